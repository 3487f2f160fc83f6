package io.triglot.benchmarks.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the shop's database has in it while it is measured: ten thousand products at 1.00 and more
 * that never run out, and twenty orders of alice for five of them.
 */
final class Goods {
  static final int PRODUCTS = 10_000;
  static final int ORDERED_PRODUCTS = 5;
  static final String MIN_PRICE = "10.00";
  static final String MAX_PRICE = "29.00";

  private static final String ORDERS =
      "insert into orders (id, product_id, quantity, total_price, status, created_at, user_id,"
          + " version) values (?, ?, 1, 9.99, 'PENDING',"
          + " timestamp with time zone '2026-01-01 00:00:00+00', 'alice', 1)";

  private Goods() {}

  /** The id of a product, from 0 on. */
  static String product(int number) {
    return "p" + number;
  }

  /** The id of any product. */
  static String anyProduct() {
    return product(ThreadLocalRandom.current().nextInt(PRODUCTS));
  }

  /** Fills the tables, once the shop has made them; what was in them is gone. */
  static void fill(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate("delete from orders");
      statement.executeUpdate("delete from products");
      statement.executeUpdate("delete from stock"); // and of what becomes of it
    }
    String products =
        "insert into products (id, name, price, stock, created_at) values"
            + " (?, ?, ?, 2000000000, timestamp with time zone '2026-01-01 00:00:00+00')";
    try (PreparedStatement statement = database.prepareStatement(products)) {
      for (int i = 0; i < PRODUCTS; i++) {
        statement.setString(1, product(i));
        statement.setString(2, "A thing of kind " + i);
        statement.setInt(3, i + 1);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "insert into stock (product_id, available, number, changed_at)"
              + " select id, stock, 1, created_at from products");
    }
    try (PreparedStatement statement = database.prepareStatement(ORDERS)) {
      for (int i = 0; i < 20; i++) {
        statement.setString(1, "kept-" + i);
        statement.setString(2, product(i % ORDERED_PRODUCTS));
        statement.executeUpdate();
      }
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("analyze");
    }
  }

  /** Takes away the orders that have been placed since, so that lists stay of one length. */
  static void trim(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate("delete from orders where id not like 'kept-%'");
    }
  }
}
