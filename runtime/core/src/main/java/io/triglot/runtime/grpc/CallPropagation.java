package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Deadline;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.triglot.runtime.CallContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the trace of the call that is being served on to the calls that it makes, and what is left
 * of its deadline; when its caller gives it up, they are cancelled.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
enum CallPropagation implements ClientInterceptor {
  INSTANCE;

  /** The call on whose behalf another one is made, where it was named. */
  static final CallOptions.Key<@Nullable CallContext> CAUSE =
      CallOptions.Key.create("io.triglot.cause");

  @Override
  public <Q, P> ClientCall<Q, P> interceptCall(
      MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
    CallContext cause = cause(options);
    if (cause == null) {
      return next.newCall(method, options);
    }
    return new CausedCall<>(next.newCall(method, limited(options, cause)), cause);
  }

  /** The call on whose behalf one with these options is made; null for none. */
  static @Nullable CallContext cause(CallOptions options) {
    CallContext named = options.getOption(CAUSE);
    CallContext served = named == null ? GrpcRequest.served() : named;
    return served == null ? CallContext.served().orElse(null) : served;
  }

  private static CallOptions limited(CallOptions options, CallContext cause) {
    Deadline own = options.getDeadline();
    return cause
        .remaining()
        .map(time -> Deadline.after(time.toNanos(), TimeUnit.NANOSECONDS))
        .filter(given -> own == null || given.isBefore(own))
        .map(options::withDeadline)
        .orElse(options);
  }

  private static final class CausedCall<Q, P> extends SimpleForwardingClientCall<Q, P> {
    private final CallContext cause;

    CausedCall(ClientCall<Q, P> call, CallContext cause) {
      super(call);
      this.cause = cause;
    }

    @Override
    public void start(Listener<P> listener, Metadata metadata) {
      cause.traceHeaders().forEach((name, value) -> putIfAbsent(metadata, name, value));
      if (GrpcRequest.served() == cause) { // the context of gRPC cancels it
        super.start(listener, metadata);
        return;
      }
      WatchedListener<P> watched = new WatchedListener<>(listener);
      super.start(watched, metadata);
      watched.until(cause.onCancel(this::cancelUnlessLate)); // a call is not cancelled unstarted
    }

    /** A deadline that has passed is the call's own matter. */
    private void cancelUnlessLate() {
      if (cause.remaining().filter(Duration::isZero).isEmpty()) {
        cancel("The caller has gone away", null);
      }
    }

    private static void putIfAbsent(Metadata metadata, String name, String value) {
      Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
      if (!metadata.containsKey(key)) {
        metadata.put(key, value);
      }
    }
  }

  /** Closes the watch of a call that has ended. */
  private static final class WatchedListener<P> extends SimpleForwardingClientCallListener<P> {
    private volatile CallContext.@Nullable Watch watch;
    private volatile boolean ended;

    WatchedListener(ClientCall.Listener<P> listener) {
      super(listener);
    }

    void until(CallContext.Watch watch) {
      this.watch = watch;
      if (ended) {
        watch.close();
      }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      ended = true;
      CallContext.Watch known = watch;
      if (known != null) {
        known.close();
      }
      super.onClose(status, trailers);
    }
  }
}
