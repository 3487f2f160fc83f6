package io.triglot.runtime.rest;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpRequest;
import jakarta.ws.rs.core.MultivaluedMap;
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
record JaxRsRequest(
    String method,
    String path,
    URI uri,
    MultivaluedMap<String, String> fields,
    InputStream stream,
    long maxBodyBytes)
    implements HttpRequest {

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
