package io.triglot.example;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * The repositories on one connection, for as long as a transaction lasts.
 *
 * @param products the products
 * @param orders the orders
 * @param answers what calls came to
 * @param afterwards what is done as soon as the transaction is committed
 */
record Transaction(
    ProductRepository products,
    OrderRepository orders,
    AnswerRepository answers,
    List<Runnable> afterwards) {
  Transaction(Connection connection) {
    this(
        new ProductRepository(connection),
        new OrderRepository(connection),
        new AnswerRepository(connection),
        new ArrayList<>());
  }
}
