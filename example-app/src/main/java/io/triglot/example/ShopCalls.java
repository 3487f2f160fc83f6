package io.triglot.example;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.triglot.example.users.JwtIssuer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Says that the shop itself calls, and that it does not wait for long. */
record ShopCalls(JwtIssuer tokens) implements ClientInterceptor {
  private static final int PATIENCE_SECONDS = 5;
  private static final int TOKENS_LAST_SECONDS = 60;
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    boolean unlimited = options.getDeadline() == null && method.getType() == MethodType.UNARY;
    CallOptions limited =
        unlimited ? options.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS) : options;
    return new SimpleForwardingClientCall<>(next.newCall(method, limited)) {
      @Override
      public void start(Listener<A> answers, Metadata headers) {
        Instant expiry = Instant.now().plusSeconds(TOKENS_LAST_SECONDS);
        headers.put(AUTHORIZATION, "Bearer " + tokens.issue("shop", List.of("shop"), expiry));
        super.start(answers, headers);
      }
    };
  }
}
