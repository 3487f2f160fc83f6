package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.triglot.runtime.CallRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands the trace of the call that is being served on to the calls that it makes.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
enum CallPropagation implements ClientInterceptor {
  INSTANCE;

  /** The call on whose behalf another one is made, where it was named. */
  static final CallOptions.Key<@Nullable CallRequest> CAUSE =
      CallOptions.Key.create("io.triglot.cause");

  private static final List<String> HEADERS = List.of("traceparent", "tracestate", "baggage");

  @Override
  public <Q, P> ClientCall<Q, P> interceptCall(
      MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
    CallRequest named = options.getOption(CAUSE);
    CallRequest cause = named == null ? GrpcRequest.CURRENT.get() : named;
    ClientCall<Q, P> call = next.newCall(method, options);
    return cause == null ? call : new TracedCall<>(call, cause);
  }

  private static final class TracedCall<Q, P> extends SimpleForwardingClientCall<Q, P> {
    private final CallRequest cause;

    TracedCall(ClientCall<Q, P> call, CallRequest cause) {
      super(call);
      this.cause = cause;
    }

    @Override
    public void start(Listener<P> listener, Metadata metadata) {
      for (String name : HEADERS) {
        Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        if (!metadata.containsKey(key)) {
          cause.header(name).ifPresent(value -> metadata.put(key, value));
        }
      }
      super.start(listener, metadata);
    }
  }
}
