package io.triglot.benchmarks.rest.micronaut;

import io.micronaut.runtime.Micronaut;
import io.micronaut.serde.annotation.SerdeImport;
import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Order;
import io.triglot.benchmarks.rest.shop.Product;

/** The process of Micronaut: takes its settings. */
@SerdeImport(Product.class)
@SerdeImport(NewOrder.class)
@SerdeImport(Order.class)
final class Main {
  private Main() {}

  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    Micronaut.run(Main.class, arguments);
  }
}
