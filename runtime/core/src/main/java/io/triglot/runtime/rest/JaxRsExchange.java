package io.triglot.runtime.rest;

import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.http.jaxrs.JaxRsRequest;
import io.triglot.runtime.http.jaxrs.JaxRsResponses;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @BeanParam} by which a generated {@code jakarta.ws.rs} resource has the handlers of
 * its routes answer. It takes the request as text and unread, so that binding, and the policy
 * before it, are the same on every host. Belongs to one request; not thread-safe.
 */
public final class JaxRsExchange {
  /**
   * The configuration property of the application that says how many bytes the body of a request
   * may have: a number, or its text. 10 MiB where it is absent.
   */
  public static final String MAX_BODY_BYTES = JaxRsRequest.MAX_BODY_BYTES;

  /**
   * The configuration property of the application that says how many bytes an upload may have,
   * which is not held as a whole: a number, or its text. 100 MiB where it is absent.
   */
  public static final String MAX_UPLOAD_BYTES = JaxRsRequest.MAX_UPLOAD_BYTES;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;
  @Context private Request request;
  @Context private Configuration configuration;
  @Context private ResourceInfo resource;
  @Context private Providers providers;

  /** Quarkus takes no {@code @BeanParam} whose fields are all filled by CDI, as these above are. */
  @SuppressWarnings("unused")
  @HeaderParam("Content-Type")
  private @Nullable String contentType;

  private @Nullable RestDeprecation deprecation;
  private boolean uploaded;

  /** Made and filled by the JAX-RS implementation. */
  @SuppressWarnings("NullAway.Init")
  public JaxRsExchange() {}

  /** The same exchange, all of whose responses tell that the route should no longer be called. */
  public JaxRsExchange deprecated(RestDeprecation deprecation) {
    this.deprecation = deprecation;
    return this;
  }

  /** The same exchange, whose body is not held as a whole. */
  public JaxRsExchange uploaded() {
    uploaded = true;
    return this;
  }

  /** The response to a request without a body. */
  public Response answer(RestRoute.ValueHandler handler) {
    return await(null, request -> CompletableFuture.completedFuture(handler.handle(request)));
  }

  /** The response to a request with a body. */
  public Response answer(InputStream body, RestRoute.ValueHandler handler) {
    return await(body, request -> CompletableFuture.completedFuture(handler.handle(request)));
  }

  /** The response to a request without a body, when it is there. */
  public CompletionStage<Response> answerLater(RestRoute.Handler handler) {
    return later(null, handler);
  }

  /** The response to a request with a body, when it is there. */
  public CompletionStage<Response> answerLater(InputStream body, RestRoute.Handler handler) {
    return later(body, handler);
  }

  private CompletionStage<Response> later(@Nullable InputStream body, RestRoute.Handler handler) {
    URI base = uri.getBaseUri();
    return Answering.respond(handler, restRequest(body))
        .thenApply(response -> response(response, base));
  }

  /** The response to a request for a stream, once it is known how the stream begins. */
  public Response stream(RestRoute.Handler handler) {
    return await(null, handler);
  }

  /** The response to a request with a body for a stream, once it is known how the stream begins. */
  public Response stream(InputStream body, RestRoute.Handler handler) {
    return await(body, handler);
  }

  private Response await(@Nullable InputStream body, RestRoute.Handler handler) {
    HttpResponse response =
        Answering.respond(handler, restRequest(body)).toCompletableFuture().join();
    boolean headOnly = request.getMethod().equals("HEAD");
    return response(headOnly ? Answering.withoutContent(response) : response, uri.getBaseUri());
  }

  private RestRequest restRequest(@Nullable InputStream body) {
    JaxRsRequest http =
        JaxRsRequest.of(
            request,
            uri,
            headers,
            configuration,
            providers,
            body == null ? InputStream.nullInputStream() : body);
    String template = template();
    Map<String, String> variables = PathTemplate.parse(template).bind(http.path());
    return new RestRequest(http, template, variables, body != null && !uploaded);
  }

  /** The path template, which stands at the generated method. */
  private String template() {
    Path path = resource.getResourceMethod().getAnnotation(Path.class);
    return path == null ? "/" : path.value();
  }

  private Response response(HttpResponse given, URI base) {
    return JaxRsResponses.of(deprecation == null ? given : deprecation.addTo(given), base);
  }
}
