package io.triglot.benchmarks.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shops over one new database with {@link Goods} in it. */
final class Shops implements AutoCloseable {
  private final String url;
  private final List<ShopProcess> instances = new ArrayList<>();
  private final Connection database;

  private Shops(String url) throws SQLException, IOException {
    this.url = url;
    add(); // makes the tables
    database = DatabaseServer.connect(url);
    Goods.fill(database);
  }

  /** Starts a shop. */
  static Shops start(DatabaseServer server) throws SQLException, IOException {
    return new Shops(server.emptyDatabase());
  }

  /** Starts a further one. */
  ShopProcess add() throws SQLException, IOException {
    ShopProcess instance = ShopProcess.start(url);
    instances.add(instance);
    return instance;
  }

  ShopProcess first() {
    return instances.get(0);
  }

  /** A connection of ours to the database. */
  Connection database() {
    return database;
  }

  String url() {
    return url;
  }

  /** Takes away what has been ordered. */
  synchronized void trim() throws SQLException {
    Goods.trim(database);
  }

  @Override
  public void close() throws SQLException, IOException {
    Collections.reverse(instances);
    for (ShopProcess instance : instances) {
      instance.close();
    }
    database.close();
  }
}
