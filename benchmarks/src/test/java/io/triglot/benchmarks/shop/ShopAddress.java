package io.triglot.benchmarks.shop;

/**
 * Where a shop is called on 127.0.0.1.
 *
 * @param port the port of REST and GraphQL
 * @param grpcPort the port of gRPC
 * @param token the token of a user who may order
 */
record ShopAddress(int port, int grpcPort, String token) {
  /** The same shop behind something that stands before its ports. */
  ShopAddress behind(int otherPort, int otherGrpcPort) {
    return new ShopAddress(otherPort, otherGrpcPort, token);
  }
}
