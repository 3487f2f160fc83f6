package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.triglot.runtime.CallContext;
import java.util.List;
import java.util.Locale;

/**
 * Hands headers of the call that is being served on to the calls that generated clients make: its
 * credentials, to a server that trusts the same.
 *
 * <pre>{@code
 * OrderApiGrpcClient.of(
 *     ClientInterceptors.intercept(channel, ForwardedHeaders.of("Authorization")))
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ForwardedHeaders implements ClientInterceptor {
  private final List<String> names;

  private ForwardedHeaders(List<String> names) {
    this.names = names;
  }

  /** Headers of these names, in any case. */
  public static ForwardedHeaders of(String... names) {
    return new ForwardedHeaders(List.of(names));
  }

  @Override
  public <Q, P> ClientCall<Q, P> interceptCall(
      MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
    CallContext cause = CallPropagation.cause(options);
    ClientCall<Q, P> call = next.newCall(method, options);
    return cause == null
        ? call
        : new SimpleForwardingClientCall<>(call) {
          @Override
          public void start(Listener<P> listener, Metadata metadata) {
            names.forEach(name -> forward(cause, name, metadata));
            super.start(listener, metadata);
          }
        };
  }

  private static void forward(CallContext cause, String name, Metadata metadata) {
    Metadata.Key<String> key =
        Metadata.Key.of(name.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);
    if (!metadata.containsKey(key)) {
      cause.header(name).ifPresent(value -> metadata.put(key, value));
    }
  }
}
