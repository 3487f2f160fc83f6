package io.triglot.example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One PostgreSQL server for all tests of a run. Where there is none, the tests are skipped. */
final class SharedPostgres implements BeforeAllCallback {
  private PostgresCluster cluster;

  @Override
  public void beforeAll(ExtensionContext context) {
    cluster =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL) // which closes it at the end
            .computeIfAbsent(PostgresCluster.class, type -> start(), PostgresCluster.class);
  }

  /** The JDBC URL of a new database. */
  String emptyDatabase() throws SQLException {
    return Objects.requireNonNull(cluster).emptyDatabase();
  }

  private static PostgresCluster start() {
    try {
      Optional<PostgresCluster> cluster = PostgresCluster.start();
      assumeTrue(cluster.isPresent(), "PostgreSQL is not tested: no initdb on this machine");
      return cluster.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
