package io.triglot.runtime.graphql;

import jakarta.ws.rs.Path;

/**
 * GraphQL on any JAX-RS host: an instance that serves all requests, to be registered as a singleton
 * of the application. Queries, mutations, and subscriptions as server-sent events; JAX-RS has no
 * WebSockets.
 *
 * <p>It answers at {@code /graphql}. A subclass with a {@code @Path} of its own answers there.
 * Immutable and thread-safe.
 */
@Path("graphql")
public class GraphQlResource extends AbstractGraphQlResource {
  /** The resource of an endpoint, whose settings hold here, too. */
  public GraphQlResource(GraphQlEndpoint endpoint) {
    super(endpoint);
  }
}
