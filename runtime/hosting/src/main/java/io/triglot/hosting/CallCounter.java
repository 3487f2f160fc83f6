package io.triglot.hosting;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the open calls of the API. Those of gRPC's own services are left out: health is watched,
 * and reflection is kept open, for as long as a client likes.
 */
final class CallCounter implements ServerInterceptor {
  private static final String OWN_SERVICES = "grpc.";

  private final OpenExchanges calls;

  CallCounter(OpenExchanges calls) {
    this.calls = calls;
  }

  /** Whether a method is one of gRPC's own services. */
  static boolean isOwn(String fullMethodName) {
    return fullMethodName.startsWith(OWN_SERVICES);
  }

  @Override
  public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
      ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
    if (isOwn(call.getMethodDescriptor().getFullMethodName())) {
      return next.startCall(call, headers);
    }
    calls.begin();
    AtomicBoolean open = new AtomicBoolean(true);
    Runnable end =
        () -> {
          if (open.compareAndSet(true, false)) {
            calls.end();
          }
        };
    try {
      return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
        @Override
        public void onComplete() {
          end.run();
          super.onComplete();
        }

        @Override
        public void onCancel() {
          end.run();
          super.onCancel();
        }
      };
    } catch (RuntimeException | Error failure) {
      end.run();
      throw failure;
    }
  }
}
