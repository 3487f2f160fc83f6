package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a GraphQL request to find out who calls: its header fields.
 *
 * @param headers gives the first value of a header field by its name in any case
 * @param http the request that carries it, or opened the socket that does; null for neither
 * @param cancellation tells when the client goes away
 */
record GraphQlRequest(
    Function<String, Optional<String>> headers,
    @Nullable HttpRequest http,
    Supplier<CompletionStage<Void>> cancellation)
    implements CallRequest {
  private static final GraphQlRequest LOCAL =
      new GraphQlRequest(name -> Optional.empty(), null, CompletableFuture::new);

  /** A request over HTTP. */
  static GraphQlRequest of(HttpRequest http) {
    return new GraphQlRequest(http::header, http, http::cancelled);
  }

  /** A request over a WebSocket, on which the client sent metadata that precede the handshake's. */
  static GraphQlRequest of(HttpRequest handshake, Map<String, String> metadata) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(metadata);
    return new GraphQlRequest(
        name -> Optional.ofNullable(sent.get(name)).or(() -> handshake.header(name)),
        handshake,
        CompletableFuture::new);
  }

  /** The request of one operation on a WebSocket, which ends for itself. */
  GraphQlRequest cancelledBy(CompletionStage<Void> end) {
    return new GraphQlRequest(headers, http, () -> end);
  }

  /** The request that an input is told; one without headers if it is told none. */
  static CallRequest of(GraphQLContext context) {
    return context.getOrDefault(CallRequest.class, LOCAL);
  }

  @Override
  public Protocol protocol() {
    return Protocol.GRAPHQL;
  }

  @Override
  public CompletionStage<Void> cancelled() {
    return cancellation.get();
  }

  @Override
  public Optional<String> header(String name) {
    return headers.apply(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return http == null ? Optional.empty() : http.transport(type);
  }
}
