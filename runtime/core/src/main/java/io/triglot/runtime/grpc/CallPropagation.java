package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Deadline;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.triglot.runtime.CallContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the trace of the call that is being served on to the calls that it makes, and what is left
 * of its deadline.
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
    return new TracedCall<>(next.newCall(method, limited(options, cause)), cause.traceHeaders());
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

  private static final class TracedCall<Q, P> extends SimpleForwardingClientCall<Q, P> {
    private final Map<String, String> trace;

    TracedCall(ClientCall<Q, P> call, Map<String, String> trace) {
      super(call);
      this.trace = trace;
    }

    @Override
    public void start(Listener<P> listener, Metadata metadata) {
      trace.forEach(
          (name, value) -> {
            Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
            if (!metadata.containsKey(key)) {
              metadata.put(key, value);
            }
          });
      super.start(listener, metadata);
    }
  }
}
