package io.triglot.example;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * The shop's database, H2 or PostgreSQL: a pool of connections to a schema that is brought up to
 * date when it is opened.
 *
 * <p>Thread-safe.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final ThreadLocal<Transaction> current = new ThreadLocal<>();

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Opens a database and applies the migrations that it lacks.
   *
   * @param url a JDBC URL, user and password included where it needs them
   */
  public static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setAutoCommit(false);
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    return new Database(pool);
  }

  /** What to do in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Transaction tx) throws SQLException;
  }

  /**
   * Does the work and commits it; an exception undoes it, since the pool rolls back the rest. Work
   * within other work on the same thread is part of it, and committed with it.
   */
  <T> T inTransaction(Work<T> work) {
    try {
      Transaction outer = current.get();
      return outer == null ? inNewTransaction(work) : work.run(outer);
    } catch (SQLException e) {
      throw new IllegalStateException("The database failed", e);
    }
  }

  private <T> T inNewTransaction(Work<T> work) throws SQLException {
    Transaction tx;
    T result;
    try (Connection connection = pool.getConnection()) {
      tx = new Transaction(connection);
      current.set(tx);
      result = work.run(tx);
      connection.commit();
    } finally {
      current.remove();
    }
    tx.afterwards().forEach(Runnable::run);
    return result;
  }

  /** Whether it answers. */
  boolean answers() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
