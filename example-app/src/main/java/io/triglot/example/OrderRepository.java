package io.triglot.example;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orders in the database. Belongs to one transaction. */
final class OrderRepository {
  private static final String SELECT =
      "select id, product_id, quantity, total_price, status, created_at from orders ";

  private final Connection connection;

  OrderRepository(Connection connection) {
    this.connection = connection;
  }

  List<Order> all() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + "order by created_at, id")) {
      return list(statement);
    }
  }

  /** The order, which no other transaction changes until this one ends. */
  Optional<Order> lock(String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SELECT + "where id = ? for update")) {
      statement.setString(1, id);
      return list(statement).stream().findFirst();
    }
  }

  /** An id that no order has had. */
  String nextId() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select nextval('order_number')");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  void insert(Order order) throws SQLException {
    String sql =
        "insert into orders (id, product_id, quantity, total_price, status, created_at)"
            + " values (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, order.id());
      statement.setString(2, order.productId());
      statement.setInt(3, order.quantity());
      statement.setBigDecimal(4, order.totalPrice());
      statement.setString(5, order.status().name());
      statement.setObject(6, order.createdAt().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  void setStatus(String id, OrderStatus status) throws SQLException {
    String sql = "update orders set status = ? where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, status.name());
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  private static List<Order> list(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Order> orders = new ArrayList<>();
      while (rows.next()) {
        orders.add(
            new Order(
                rows.getString("id"),
                rows.getString("product_id"),
                rows.getInt("quantity"),
                rows.getBigDecimal("total_price"),
                OrderStatus.valueOf(rows.getString("status")),
                rows.getObject("created_at", OffsetDateTime.class).toInstant()));
      }
      return orders;
    }
  }
}
