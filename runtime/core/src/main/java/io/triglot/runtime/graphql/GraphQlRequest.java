package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a GraphQL request to find out who calls: its header fields.
 *
 * @param headers gives the first value of a header field by its name in any case
 * @param http the request that carries it, or opened the socket that does; null for neither
 */
record GraphQlRequest(Function<String, Optional<String>> headers, @Nullable HttpRequest http)
    implements CallRequest {
  private static final GraphQlRequest LOCAL = new GraphQlRequest(name -> Optional.empty(), null);

  /** A request over HTTP. */
  static GraphQlRequest of(HttpRequest http) {
    return new GraphQlRequest(http::header, http);
  }

  /** A request over a WebSocket, on which the client sent metadata that precede the handshake's. */
  static GraphQlRequest of(HttpRequest handshake, Map<String, String> metadata) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(metadata);
    return new GraphQlRequest(
        name -> Optional.ofNullable(sent.get(name)).or(() -> handshake.header(name)), handshake);
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
  public Optional<String> header(String name) {
    return headers.apply(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return http == null ? Optional.empty() : http.transport(type);
  }
}
