package io.triglot.runtime.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.concurrent.Executor;

/**
 * Has an rpc serve a call while its request messages come in.
 *
 * <p>A method that blocks does so until it has its values; they arrive on the call's own thread,
 * which therefore must not be the one that waits.
 */
final class StreamCallHandler<E> implements ServerCallHandler<byte[], byte[]> {
  private static final byte[] NOTHING = {};

  private final String service;
  private final StreamCodec<?, E> codec;
  private final Executor threads;
  private final StreamRpc<E> rpc;

  StreamCallHandler(String service, StreamCodec<?, E> codec, Executor threads, StreamRpc<E> rpc) {
    this.service = service;
    this.codec = codec;
    this.threads = threads;
    this.rpc = rpc;
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
    Reply reply = new Reply(call, service);
    RequestStream<E> stream = new RequestStream<>(call, reply, codec.element());
    StreamListener listener = new StreamListener(GrpcRequest.of(call, headers), stream, reply);
    if (codec.opened()) {
      call.request(1);
    } else {
      listener.serve(NOTHING);
    }
    return listener;
  }

  private final class StreamListener extends ServerCall.Listener<byte[]> {
    private final GrpcRequest request;
    private final RequestStream<E> stream;
    private final Reply reply;
    private boolean served;

    StreamListener(GrpcRequest request, RequestStream<E> stream, Reply reply) {
      this.request = request;
      this.stream = stream;
      this.reply = reply;
    }

    void serve(byte[] opening) {
      served = true;
      threads.execute(Context.current().wrap(() -> request.serve(() -> call(opening))));
    }

    private void call(byte[] opening) {
      try {
        rpc.serve(request, opening, stream, reply);
      } catch (RuntimeException failure) {
        reply.fail(failure);
      }
    }

    @Override
    public void onMessage(byte[] message) {
      if (message == BytesMarshaller.TOO_LARGE) {
        reply.failTooLarge();
        stream.abandon();
      } else if (served) {
        stream.message(message);
      } else {
        serve(message);
      }
    }

    @Override
    public void onHalfClose() {
      if (!served && !reply.isClosed()) {
        reply.fail(
            Failure.of(StatusCode.INVALID_ARGUMENT, "There is no first message with the arguments")
                .asException());
      }
      stream.end();
    }

    @Override
    public void onReady() {
      reply.onReady();
    }

    @Override
    public void onCancel() {
      reply.cancelled();
      stream.abandon();
    }

    @Override
    public void onComplete() {
      stream.abandon();
    }
  }
}
