package io.triglot.example;

class LostConnectionsOverH2Test extends LostConnectionsTest {
  @Override
  String emptyDatabase() {
    return ShopSettings.embeddedDatabase();
  }
}
