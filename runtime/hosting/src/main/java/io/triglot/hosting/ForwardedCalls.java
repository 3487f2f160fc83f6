package io.triglot.hosting;

import io.grpc.Attributes;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Gives calls of gRPC that come through proxies the address of the client. Thread-safe. */
record ForwardedCalls(Proxies proxies) implements ServerInterceptor {
  @Override
  public <Q, P> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, P> call, Metadata metadata, ServerCallHandler<Q, P> next) {
    SocketAddress peer = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    return next.startCall(
        peer == null
            ? call
            : proxies
                .tell(peer, name -> values(metadata, name))
                .map(told -> forwarded(call, told))
                .orElse(call),
        metadata);
  }

  private static <Q, P> ServerCall<Q, P> forwarded(ServerCall<Q, P> call, ForwardedRequest told) {
    Attributes attributes =
        call.getAttributes().toBuilder()
            .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, told.client())
            .build();
    return new SimpleForwardingServerCall<>(call) {
      @Override
      public Attributes getAttributes() {
        return attributes;
      }
    };
  }

  private static List<String> values(Metadata metadata, String name) {
    Iterable<String> values =
        metadata.getAll(
            Metadata.Key.of(name.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER));
    return values == null ? List.of() : StreamSupport.stream(values.spliterator(), false).toList();
  }
}
