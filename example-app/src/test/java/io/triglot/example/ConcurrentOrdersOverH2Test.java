package io.triglot.example;

class ConcurrentOrdersOverH2Test extends ConcurrentOrdersTest {
  @Override
  String emptyDatabase() {
    return ShopSettings.embeddedDatabase();
  }
}
