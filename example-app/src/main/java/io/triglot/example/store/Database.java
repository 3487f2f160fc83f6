package io.triglot.example.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * The shop's database, H2 or PostgreSQL: a pool of connections to a schema that is brought up to
 * date when it is opened.
 *
 * <p>Thread-safe.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Signals signals;

  private Database(HikariDataSource pool, Signals signals) {
    this.pool = pool;
    this.signals = signals;
    jdbi =
        Jdbi.create(pool)
            .registerArrayType(String.class, "varchar")
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
  }

  /**
   * Opens a database and applies the migrations that it lacks.
   *
   * @param url a JDBC URL, user and password included where it needs them
   */
  public static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    try {
      return new Database(pool, Signals.of(url));
    } catch (SQLException failed) {
      pool.close();
      throw new IllegalStateException(failed);
    }
  }

  /** What to do in a transaction. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /**
     * Does it.
     *
     * @param tx speaks to the database, until the transaction ends
     */
    T run(Handle tx);
  }

  /**
   * Does the work and commits it; an exception undoes it. Work within other work on the same thread
   * is part of it, and committed with it.
   */
  public <T extends @Nullable Object> T inTransaction(Work<T> work) {
    return jdbi.inTransaction(work::run);
  }

  /** As {@link #inTransaction(Work)}, of work without a result. */
  public void doInTransaction(Consumer<Handle> work) {
    jdbi.useTransaction(work::accept);
  }

  /** The time, no finer than the database keeps it. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Tells a logger of each statement from now on. */
  public void log(SqlLogger logger) {
    jdbi.setSqlLogger(logger);
  }

  /** Tells of what is committed. */
  public Signals signals() {
    return signals;
  }

  /** Whether it answers. */
  public boolean answers() throws SQLException {
    return jdbi.withHandle(handle -> handle.getConnection().isValid(2));
  }

  @Override
  public void close() {
    signals.close();
    pool.close();
  }
}
