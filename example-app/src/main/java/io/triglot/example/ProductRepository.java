package io.triglot.example;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products in the database. Belongs to one transaction. */
final class ProductRepository {
  private static final String SELECT = "select id, name, price, stock, created_at from products ";

  private final Connection connection;

  ProductRepository(Connection connection) {
    this.connection = connection;
  }

  List<Product> inPriceRange(@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice)
      throws SQLException {
    List<BigDecimal> bounds = new ArrayList<>();
    String sql = SELECT + "where true"; // and only the bounds that there are: an index serves them
    if (minPrice != null) {
      sql += " and price >= ?";
      bounds.add(minPrice);
    }
    if (maxPrice != null) {
      sql += " and price <= ?";
      bounds.add(maxPrice);
    }
    try (PreparedStatement statement = connection.prepareStatement(sql + " order by id")) {
      for (int i = 0; i < bounds.size(); i++) {
        statement.setBigDecimal(i + 1, bounds.get(i));
      }
      return list(statement);
    }
  }

  Optional<Product> find(String id) throws SQLException {
    return one(SELECT + "where id = ?", id);
  }

  /** The product, which no other transaction changes until this one ends. */
  Optional<Product> lock(String id) throws SQLException {
    return one(SELECT + "where id = ? for update", id);
  }

  /** The products of these ids that there are, by id. */
  Map<String, Product> findAll(Collection<String> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + "where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
      Map<String, Product> products = new HashMap<>();
      for (Product product : list(statement)) {
        products.put(product.id(), product);
      }
      return products;
    }
  }

  /** Sets the stock of a product that this transaction has locked, and gives it as it is then. */
  Product setStock(Product product, int stock) throws SQLException {
    String sql = "update products set stock = ? where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, stock);
      statement.setString(2, product.id());
      statement.executeUpdate();
    }
    return new Product(product.id(), product.name(), product.price(), stock, product.createdAt());
  }

  private Optional<Product> one(String sql, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      return list(statement).stream().findFirst();
    }
  }

  private static List<Product> list(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Product> products = new ArrayList<>();
      while (rows.next()) {
        products.add(
            new Product(
                rows.getString("id"),
                rows.getString("name"),
                rows.getBigDecimal("price"),
                rows.getInt("stock"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant()));
      }
      return products;
    }
  }
}
