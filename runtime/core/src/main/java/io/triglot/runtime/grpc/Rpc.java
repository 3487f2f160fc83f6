package io.triglot.runtime.grpc;

/** Serves the calls of one rpc that takes one message. */
@FunctionalInterface
interface Rpc {
  /**
   * Serves a call. What it throws ends the call.
   *
   * @param message the request message, not yet decoded
   */
  void serve(GrpcRequest request, byte[] message, Reply reply);
}
