package io.triglot.runtime.grpc;

/** Serves the calls of one rpc that takes a stream of messages. */
@FunctionalInterface
interface StreamRpc<E> {
  /**
   * Serves a call. What it throws ends the call.
   *
   * @param opening the first message, not yet decoded, if it has arguments; otherwise no bytes
   */
  void serve(GrpcRequest request, byte[] opening, RequestStream<E> stream, Reply reply);
}
