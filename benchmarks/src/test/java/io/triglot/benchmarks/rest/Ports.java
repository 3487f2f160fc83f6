package io.triglot.benchmarks.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The ports of a process.
 *
 * @param http the one of HTTP
 * @param grpc the one of gRPC, where it has one
 */
record Ports(int http, int grpc) {
  /** Two that nobody uses at this moment. */
  static Ports free() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket http = new ServerSocket(0, 1, loopback);
        ServerSocket grpc = new ServerSocket(0, 1, loopback)) {
      return new Ports(http.getLocalPort(), grpc.getLocalPort());
    }
  }
}
