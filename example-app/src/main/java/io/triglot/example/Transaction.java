package io.triglot.example;

import java.sql.Connection;

/**
 * The repositories on one connection, for as long as a transaction lasts.
 *
 * @param products the products
 * @param orders the orders
 */
record Transaction(ProductRepository products, OrderRepository orders) {
  Transaction(Connection connection) {
    this(new ProductRepository(connection), new OrderRepository(connection));
  }
}
