package io.triglot.hosting;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerStreamTracer;
import io.grpc.StatusRuntimeException;
import io.triglot.runtime.CallSlots;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has gRPC calls take a slot as soon as their stream begins, on the thread that reads it, and give
 * it back when the stream ends. A call without a slot is refused on that thread, too. Calls of
 * gRPC's own services take none: a server with much to do is still healthy.
 */
final class GrpcSlots extends ServerStreamTracer.Factory implements ServerInterceptor {
  private static final CallSlots UNLIMITED = new CallSlots(Integer.MAX_VALUE);

  private final CallSlots slots;

  GrpcSlots(CallSlots slots) {
    this.slots = slots;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String fullMethodName, Metadata headers) {
    return new GrpcStream(CallCounter.isOwn(fullMethodName) ? UNLIMITED : slots);
  }

  /** Has refused calls wait for no thread. */
  ServerCallExecutorSupplier choosing(ServerCallExecutorSupplier executors) {
    return new ServerCallExecutorSupplier() {
      @Override
      public <Q, P> @Nullable Executor getExecutor(ServerCall<Q, P> call, Metadata metadata) {
        return GrpcStream.current().isTaken()
            ? executors.getExecutor(call, metadata)
            : Runnable::run;
      }
    };
  }

  @Override
  public <Q, P> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
    if (GrpcStream.current().isTaken()) {
      return next.startCall(call, headers);
    }
    StatusRuntimeException refusal =
        GrpcEndpoint.refusal(call.getMethodDescriptor(), slots.refusal());
    Metadata trailers = refusal.getTrailers();
    call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
    return new ServerCall.Listener<>() {};
  }
}
