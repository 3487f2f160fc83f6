package io.triglot.example;

class ServicesOverH2Test extends ServicesTest {
  @Override
  String emptyDatabase() {
    return ShopSettings.embeddedDatabase();
  }
}
