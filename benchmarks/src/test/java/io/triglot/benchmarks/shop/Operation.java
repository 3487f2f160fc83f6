package io.triglot.benchmarks.shop;

/** What is called, the same on every protocol. */
enum Operation {
  /** A product by its id. */
  READ_ONE("read one"),
  /** The twenty products of a price range. */
  LIST("list of 20"),
  /** Twenty orders and the five products that they are of. */
  NESTED_LIST("nested list"),
  /** An order, which changes the stock. */
  CREATE_ORDER("create order");

  private final String title;

  Operation(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
