package io.triglot.benchmarks.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** A database server, which counts what reaches it and says how it goes about it. */
interface DatabaseServer extends AutoCloseable {
  /** The server named on the command line: {@code h2}, {@code postgres}, or a JDBC URL. */
  static DatabaseServer named(String name) throws IOException {
    return switch (name) {
      case "h2" -> H2Server.start();
      case "postgres" -> PostgresServer.start();
      default -> PostgresServer.at(name);
    };
  }

  /** What it is, for people. */
  String name();

  /** The JDBC URL of a new database without tables. */
  String emptyDatabase() throws SQLException;

  /** Begins to count, from zero. */
  void beginCounting(Connection database) throws SQLException;

  /** How often each statement on tables has been executed since, by its text. */
  SortedMap<String, Long> counted(Connection database) throws SQLException;

  /** How the database executes a statement of {@link #counted}, whatever its parameters. */
  String plan(Connection database, String statement) throws SQLException;

  @Override
  void close() throws SQLException, IOException;

  static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  /**
   * Statements and how often each was executed, in the order of their texts, as a query has them.
   */
  static SortedMap<String, Long> counted(Connection database, String query) throws SQLException {
    SortedMap<String, Long> counted = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        if (touchesTables(rows.getString(1))) {
          counted.merge(rows.getString(1), rows.getLong(2), Long::sum);
        }
      }
    }
    return counted;
  }

  /** Whether a statement is of an application: neither of the transaction nor about statistics. */
  private static boolean touchesTables(String statement) {
    return statement.strip().matches("(?is)(select|insert|update|delete)\\b.*")
        && !statement.matches("(?is).*(information_schema|pg_stat|pg_catalog).*");
  }
}
