package io.triglot.benchmarks.rest.triglot;

import io.triglot.server.TriglotServer;

/** The process of Triglot: takes the port of REST and GraphQL, and that of gRPC. */
final class Main {
  private Main() {}

  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    TriglotServer.builder()
        .service(new ShopService())
        .service(new DirectService())
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .grpcPort(Integer.parseInt(arguments[1]))
        .start();
  }
}
