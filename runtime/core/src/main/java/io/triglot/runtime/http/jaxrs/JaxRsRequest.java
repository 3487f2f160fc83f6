package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpRequest;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/**
 * A request that a JAX-RS implementation received. It holds what was looked up on the thread of the
 * request, because what {@code @Context} injects may not be used on another.
 *
 * @param uri the absolute URI of the target
 * @param maxBodyBytes how many bytes of the stream are read
 */
public record JaxRsRequest(
    String method,
    String path,
    URI uri,
    MultivaluedMap<String, String> fields,
    InputStream stream,
    long maxBodyBytes)
    implements HttpRequest {
  /**
   * The configuration property of the application that says how many bytes the body of a request
   * may have: a number, or its text. 10 MiB where it is absent.
   */
  public static final String MAX_BODY_BYTES = "io.triglot.rest.max-body-bytes";

  private static final long DEFAULT_MAX_BODY_BYTES = 10L * 1024 * 1024;

  /**
   * The request that is being served on this thread.
   *
   * @param body its body, unread
   */
  public static JaxRsRequest of(
      Request request,
      UriInfo uri,
      HttpHeaders headers,
      Configuration configuration,
      InputStream body) {
    Object limit = configuration.getProperty(MAX_BODY_BYTES);
    return new JaxRsRequest(
        request.getMethod(),
        "/" + uri.getPath(false),
        uri.getRequestUri(),
        headers.getRequestHeaders(),
        body,
        limit == null ? DEFAULT_MAX_BODY_BYTES : Long.parseLong(limit.toString()));
  }

  @Override
  public String scheme() {
    return uri.getScheme();
  }

  @Override
  public String query() {
    String query = uri.getRawQuery();
    return query == null ? "" : query;
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = fields.get(name);
    return values == null ? List.of() : values;
  }

  @Override
  public byte[] body() throws IOException {
    int limit = (int) Math.min(maxBodyBytes, Integer.MAX_VALUE - 1);
    byte[] body = stream.readNBytes(limit + 1);
    if (body.length > limit) {
      throw Failure.of(StatusCode.RESOURCE_EXHAUSTED, "The body is larger than " + limit + " bytes")
          .asException();
    }
    return body;
  }
}
