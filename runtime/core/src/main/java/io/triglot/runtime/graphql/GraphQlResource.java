package io.triglot.runtime.graphql;

import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.jaxrs.JaxRsRequest;
import io.triglot.runtime.http.jaxrs.JaxRsResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;

/**
 * GraphQL on any JAX-RS host: an instance that serves all requests, to be registered as a singleton
 * of the application. Queries, mutations, and subscriptions as server-sent events; JAX-RS has no
 * WebSockets.
 *
 * <p>It answers at {@code /graphql}. A subclass with a {@code @Path} of its own answers there.
 * Immutable and thread-safe.
 */
@Path("graphql")
public class GraphQlResource {
  private final GraphQlEndpoint endpoint;

  /** The resource of an endpoint, whose settings hold here, too. */
  public GraphQlResource(GraphQlEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Answers a query. */
  @GET
  public Response get(
      @Context Request request,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Configuration configuration,
      @Context Providers providers) {
    return post(InputStream.nullInputStream(), request, uri, headers, configuration, providers);
  }

  /** Answers any operation. */
  @POST
  public Response post(
      InputStream body,
      @Context Request request,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context Configuration configuration,
      @Context Providers providers) {
    HttpResponse response =
        endpoint
            .accept(JaxRsRequest.of(request, uri, headers, configuration, providers, body))
            .respond()
            .toCompletableFuture()
            .join();
    return JaxRsResponses.of(response, uri.getBaseUri());
  }
}
