package io.triglot.example;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own in a temporary folder, made with the {@code initdb} of this
 * machine, on a free port of 127.0.0.1. Root runs it as {@code nobody}, since PostgreSQL refuses
 * root.
 */
public final class PostgresCluster implements AutoCloseable {
  private final Path folder;
  private final Path binaries;
  private final int port;
  private int databases;

  private PostgresCluster(Path folder, Path binaries, int port) {
    this.folder = folder;
    this.binaries = binaries;
    this.port = port;
  }

  /**
   * Starts a server; empty where PostgreSQL is not installed.
   *
   * @param options further options of the program {@code postgres}
   */
  public static Optional<PostgresCluster> start(String... options) throws IOException {
    Optional<Path> binaries = binaries();
    return binaries.isEmpty() ? Optional.empty() : Optional.of(start(binaries.get(), options));
  }

  private static PostgresCluster start(Path binaries, String... options) throws IOException {
    Path folder = Files.createTempDirectory("shop-postgres");
    if (isRoot()) {
      run("chown", "nobody", folder.toString());
    }
    PostgresCluster cluster = new PostgresCluster(folder, binaries, freePort());
    cluster.initialize(options);
    return cluster;
  }

  /** The JDBC URL of a new database. */
  public String emptyDatabase() throws SQLException {
    String name = "shop_" + ++databases;
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url(name);
  }

  @Override
  public void close() throws IOException {
    postgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void initialize(String... further) throws IOException {
    postgres("initdb", "-D", data(), "-U", "shop", "-A", "trust", "-N");
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s %s"
            .formatted(port, folder, String.join(" ", further));
    postgres("pg_ctl", "-D", data(), "-w", "-l", folder + "/log", "-o", options, "start");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=shop".formatted(port, database);
  }

  private void postgres(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "nobody", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    Path output = Files.createTempFile("shop-postgres", ".log");
    int exit =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .onExit()
            .join()
            .exitValue();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + ":\n" + Files.readString(output));
    }
    Files.delete(output);
  }

  /** The folder of initdb and pg_ctl: on the path, or where Debian puts the newest version. */
  private static Optional<Path> binaries() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(":")) {
      folders.add(Path.of(folder));
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.sorted(Comparator.reverseOrder()).forEach(v -> folders.add(v.resolve("bin")));
      }
    }
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
        .findFirst();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
