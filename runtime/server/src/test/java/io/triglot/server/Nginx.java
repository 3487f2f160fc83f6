package io.triglot.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A real nginx, which speaks to a server from 127.0.0.2. */
final class Nginx implements AutoCloseable {
  /** From where it speaks. */
  static final String ADDRESS = "127.0.0.2";

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** One that has the server below {@code /shop}, as https://shop.example.com. */
  static Nginx before(TriglotServer server, Path folder) throws IOException {
    int port = freePort();
    return with(
        """
        server {
          listen 127.0.0.1:%1$d;
          location /shop/ {
            proxy_pass http://127.0.0.1:%2$d/;
            proxy_bind %3$s;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto https;
            proxy_set_header X-Forwarded-Host shop.example.com;
            proxy_set_header X-Forwarded-Port 443;
            proxy_set_header X-Forwarded-Prefix /shop;
          }
        }
        """
            .formatted(port, server.port(), ADDRESS),
        port,
        folder);
  }

  /**
   * One with servers of its own.
   *
   * @param http what is configured for HTTP
   * @param port on which they listen
   */
  static Nginx with(String http, int port, Path folder) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            master_process off;
            pid %1$s/pid;
            error_log stderr notice;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
              uwsgi_temp_path %1$s; scgi_temp_path %1$s;
              %2$s
            }
            """
                .formatted(folder, http));
    Process process =
        new ProcessBuilder(
                executable().toString(), "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .start();
    Nginx nginx = new Nginx(process, port);
    nginx.awaitStart();
    return nginx;
  }

  /** An address below which the server is found. */
  URI uri(String path) {
    return uri("http", path);
  }

  /** The same for another scheme. */
  URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** It listens before it chooses how to wait for requests, which it tells. */
  private void awaitStart() throws IOException {
    StringBuilder told = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("event method")) {
        return;
      }
      told.append(line).append('\n');
    }
    throw new AssertionError("nginx has not started: " + told);
  }

  /** A port on which nobody listened a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path executable() {
    Optional<Path> found =
        Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(":"))
            .map(folder -> Path.of(folder, "nginx"))
            .filter(path -> path.toFile().canExecute())
            .findFirst();
    assumeTrue(found.isPresent(), "There is no nginx: it is not tried in front of a server");
    return found.get();
  }
}
