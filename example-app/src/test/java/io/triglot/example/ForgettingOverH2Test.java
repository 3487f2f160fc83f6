package io.triglot.example;

class ForgettingOverH2Test extends ForgettingTest {
  @Override
  String emptyDatabase() {
    return ShopSettings.embeddedDatabase();
  }
}
