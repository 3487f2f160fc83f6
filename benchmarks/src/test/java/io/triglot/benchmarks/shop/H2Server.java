package io.triglot.benchmarks.shop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** H2 in a process of its own, with databases in memory: several shops can share one of them. */
final class H2Server implements DatabaseServer {
  private static final Pattern PORT = Pattern.compile("tcp://[^ ]*:(\\d+)");

  private final Process process;
  private final int port;
  private int databases;

  private H2Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static H2Server start() throws IOException {
    Process process =
        Children.start(
            new ProcessBuilder(
                    List.of(
                        System.getProperty("java.home")
                            + File.separator
                            + "bin"
                            + File.separator
                            + "java",
                        "-Xmx1g",
                        "-Dh2.bindAddress=127.0.0.1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Server",
                        "-tcp",
                        "-tcpPort",
                        "0",
                        "-ifNotExists"))
                .redirectError(Redirect.INHERIT));
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return new H2Server(process, Integer.parseInt(port.group(1)));
      }
    }
    throw new IOException("H2 does not start");
  }

  @Override
  public String name() {
    return "H2 " + org.h2.engine.Constants.VERSION + " in memory, in a process of its own";
  }

  @Override
  public String emptyDatabase() {
    return "jdbc:h2:tcp://127.0.0.1:"
        + port
        + "/mem:shop"
        + ++databases
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
  }

  @Override
  public void beginCounting(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("set query_statistics false");
      statement.execute("set query_statistics true");
    }
  }

  @Override
  public SortedMap<String, Long> counted(Connection database) throws SQLException {
    return DatabaseServer.counted(
        database, "select sql_statement, execution_count from information_schema.query_statistics");
  }

  @Override
  public String plan(Connection database, String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement("explain " + sql)) {
      int parameters = statement.getParameterMetaData().getParameterCount();
      for (int i = 1; i <= parameters; i++) {
        statement.setNull(i, Types.NULL);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
