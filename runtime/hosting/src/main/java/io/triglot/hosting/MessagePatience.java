package io.triglot.hosting;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends gRPC calls whose one request message does not arrive at the least rate: gRPC itself would
 * wait for it without an end, and the call would hold on to its slot. Streams of requests may take
 * as long as they like. Thread-safe.
 */
final class MessagePatience implements ServerInterceptor {
  private static final Status TOO_SLOW =
      Status.DEADLINE_EXCEEDED.withDescription("The request message comes too slowly");

  private final Limits limits;
  private final Set<Waiting<?, ?>> waiting = ConcurrentHashMap.newKeySet();

  MessagePatience(Limits limits) {
    this.limits = limits;
  }

  @Override
  public <Q, P> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
    if (!call.getMethodDescriptor().getType().clientSendsOneMessage()) {
      return next.startCall(call, headers);
    }
    Waiting<Q, P> begun = new Waiting<>(call, GrpcStream.current());
    waiting.add(begun);
    return new SimpleForwardingServerCallListener<>(next.startCall(begun, headers)) {
      @Override
      public void onHalfClose() {
        waiting.remove(begun);
        super.onHalfClose();
      }

      @Override
      public void onCancel() {
        waiting.remove(begun);
        super.onCancel();
      }

      @Override
      public void onComplete() {
        waiting.remove(begun);
        super.onComplete();
      }
    };
  }

  /** Ends the calls that have taken too long; to be called again and again. */
  void look() {
    for (Waiting<?, ?> call : waiting) {
      if (call.stream.bytesRead() < limits.bytesDue(System.nanoTime() - call.begin)
          && waiting.remove(call)) {
        call.close(TOO_SLOW, new Metadata());
      }
    }
  }

  /** A call that either side of the race between its message and our patience may close. */
  private static final class Waiting<Q, P> extends SimpleForwardingServerCall<Q, P> {
    private final GrpcStream stream;
    private final long begin = System.nanoTime();
    private boolean closed;

    Waiting(ServerCall<Q, P> call, GrpcStream stream) {
      super(call);
      this.stream = stream;
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
      if (!closed) {
        closed = true;
        super.close(status, trailers);
      }
    }
  }
}
