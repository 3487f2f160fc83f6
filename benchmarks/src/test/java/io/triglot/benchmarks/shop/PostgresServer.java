package io.triglot.benchmarks.shop;

import io.triglot.example.PostgresCluster;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a server that was there before, in which each database is a schema that is dropped at
 * the end, or one of our own. Statements are counted by its extension {@code pg_stat_statements}.
 */
final class PostgresServer implements DatabaseServer {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private final @Nullable PostgresCluster own;
  private final String url;
  private final List<String> schemas = new ArrayList<>();

  private PostgresServer(@Nullable PostgresCluster own, String url) {
    this.own = own;
    this.url = url;
  }

  /** Starts a server with the programs of this machine. */
  static PostgresServer start() throws IOException {
    PostgresCluster cluster =
        PostgresCluster.start("-c", "shared_preload_libraries=pg_stat_statements")
            .orElseThrow(() -> new IOException("no initdb of PostgreSQL on this machine"));
    return new PostgresServer(cluster, "");
  }

  /** A server at a JDBC URL, whose user may create schemas. */
  static PostgresServer at(String url) {
    return new PostgresServer(null, url);
  }

  @Override
  public String name() {
    return own == null ? "PostgreSQL" : "PostgreSQL of this machine, in a folder of its own";
  }

  @Override
  public String emptyDatabase() throws SQLException {
    if (own != null) {
      return own.emptyDatabase();
    }
    String schema = "comparison_" + ProcessHandle.current().pid() + "_" + schemas.size();
    execute("create schema " + schema);
    schemas.add(schema);
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  @Override
  public void beginCounting(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    }
  }

  @Override
  public SortedMap<String, Long> counted(Connection database) throws SQLException {
    return DatabaseServer.counted(
        database,
        "select query, calls from pg_stat_statements"
            + " where dbid = (select oid from pg_database"
            + " where datname = current_database())");
  }

  @Override
  public String plan(Connection database, String sql) throws SQLException {
    int parameters = 0;
    for (Matcher found = PARAMETER.matcher(sql); found.find(); ) {
      parameters = Math.max(parameters, Integer.parseInt(found.group(1)));
    }
    String arguments =
        parameters == 0
            ? ""
            : "(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")";
    StringBuilder plan = new StringBuilder();
    try (Statement statement = database.createStatement()) {
      statement.execute("set plan_cache_mode = force_generic_plan");
      statement.execute("prepare explained as " + sql);
      try (ResultSet rows = statement.executeQuery("explain execute explained" + arguments)) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      } finally {
        statement.execute("deallocate explained");
      }
    }
    return plan.toString();
  }

  @Override
  public void close() throws SQLException, IOException {
    for (String schema : schemas) {
      execute("drop schema " + schema + " cascade");
    }
    if (own != null) {
      own.close();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DatabaseServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
