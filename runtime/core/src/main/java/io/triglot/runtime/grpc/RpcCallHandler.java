package io.triglot.runtime.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Waits for the one request message of a call, then has the rpc serve it. */
final class RpcCallHandler implements ServerCallHandler<byte[], byte[]> {
  private final String service;
  private final Rpc rpc;

  RpcCallHandler(String service, Rpc rpc) {
    this.service = service;
    this.rpc = rpc;
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
    call.request(2); // the second one would be one too many
    return new RequestListener(GrpcRequest.of(call, headers), new Reply(call, service));
  }

  private final class RequestListener extends ServerCall.Listener<byte[]> {
    private final GrpcRequest request;
    private final Reply reply;
    private byte @Nullable [] message;

    RequestListener(GrpcRequest request, Reply reply) {
      this.request = request;
      this.reply = reply;
    }

    @Override
    public void onMessage(byte[] received) {
      if (received == BytesMarshaller.TOO_LARGE) {
        reply.failTooLarge();
        return;
      }
      if (message != null) {
        reply.close(Status.INTERNAL.withDescription("There is more than one request message"));
        return;
      }
      message = received;
    }

    @Override
    public void onHalfClose() {
      byte[] complete = message;
      if (reply.isClosed()) {
        return;
      }
      if (complete == null) {
        reply.close(Status.INTERNAL.withDescription("There is no request message"));
        return;
      }
      request.serve(() -> serve(complete));
    }

    private void serve(byte[] complete) {
      try {
        rpc.serve(request, complete, reply);
      } catch (RuntimeException failure) {
        reply.fail(failure);
      }
    }

    @Override
    public void onReady() {
      reply.onReady();
    }

    @Override
    public void onCancel() {
      reply.cancelled();
    }
  }
}
