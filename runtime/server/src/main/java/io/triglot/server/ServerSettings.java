package io.triglot.server;

import io.grpc.ServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a server listens.
 *
 * @param host the address that both ports are bound to; {@code 0.0.0.0} is every one of the machine
 * @param port the port of REST, GraphQL and pages; 0 for any free one
 * @param grpcPort the port of gRPC; 0 for any free one
 * @param tls the certificate of both ports; null for plain text
 * @param limits what is taken from a client
 * @param grpc what the application changes in the gRPC server, after ours
 * @param readiness what has to be there, by name
 * @param noticeTime how long a stop goes on as before, so that others can notice
 * @param drainTime how long a stop waits for calls in flight and open streams
 */
record ServerSettings(
    String host,
    int port,
    int grpcPort,
    @Nullable Tls tls,
    Limits limits,
    Consumer<? super ServerBuilder<?>> grpc,
    Map<String, ReadinessCheck> readiness,
    Duration noticeTime,
    Duration drainTime) {

  static final ServerSettings DEFAULTS =
      new ServerSettings(
          "0.0.0.0",
          8080,
          9090,
          null,
          Limits.DEFAULTS,
          grpc -> {},
          Map.of(),
          Duration.ZERO,
          Duration.ofSeconds(30));

  ServerSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(grpc, "grpc");
    readiness = Collections.unmodifiableMap(new TreeMap<>(readiness));
    Objects.requireNonNull(noticeTime, "noticeTime");
    Objects.requireNonNull(drainTime, "drainTime");
    requirePort(port);
    requirePort(grpcPort);
    if (port != 0 && port == grpcPort) {
      throw new IllegalArgumentException(
          "Port " + port + " is given to HTTP and to gRPC. Choose another for one of them");
    }
  }

  ServerSettings withHost(String value) {
    return new ServerSettings(
        value, port, grpcPort, tls, limits, grpc, readiness, noticeTime, drainTime);
  }

  ServerSettings withPorts(int http, int rpc) {
    return new ServerSettings(host, http, rpc, tls, limits, grpc, readiness, noticeTime, drainTime);
  }

  ServerSettings withTls(Tls value) {
    return new ServerSettings(
        host, port, grpcPort, value, limits, grpc, readiness, noticeTime, drainTime);
  }

  ServerSettings withLimits(Limits value) {
    return new ServerSettings(
        host, port, grpcPort, tls, value, grpc, readiness, noticeTime, drainTime);
  }

  ServerSettings withGrpc(Consumer<? super ServerBuilder<?>> value) {
    return new ServerSettings(
        host, port, grpcPort, tls, limits, value, readiness, noticeTime, drainTime);
  }

  ServerSettings withDrainTime(Duration value) {
    return new ServerSettings(
        host, port, grpcPort, tls, limits, grpc, readiness, noticeTime, value);
  }

  ServerSettings withReadiness(String name, ReadinessCheck check) {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("Not the name of a check: " + name);
    }
    Map<String, ReadinessCheck> more = new TreeMap<>(readiness);
    if (more.put(name, Objects.requireNonNull(check, "check")) != null) {
      throw new IllegalArgumentException("There are two readiness checks named " + name);
    }
    return new ServerSettings(host, port, grpcPort, tls, limits, grpc, more, noticeTime, drainTime);
  }

  ServerSettings withNoticeTime(Duration value) {
    return new ServerSettings(host, port, grpcPort, tls, limits, grpc, readiness, value, drainTime);
  }

  /** What to say where a port cannot be had. */
  static UncheckedIOException cannotListen(
      String host, int port, String setting, IOException cause) {
    return new UncheckedIOException(
        new IOException(
            "Cannot listen on "
                + host
                + ":"
                + port
                + ": "
                + cause.getMessage()
                + ". Choose another port with "
                + setting
                + "(…), or 0 for any free one",
            cause));
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
  }
}
