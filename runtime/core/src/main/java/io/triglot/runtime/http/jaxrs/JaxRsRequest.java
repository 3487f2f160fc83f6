package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.FormParts;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.LimitedBody;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/**
 * A request that a JAX-RS implementation received. It holds what was looked up on the thread of the
 * request, because what {@code @Context} injects may not be used on another.
 *
 * @param uri the absolute URI of the target
 * @param maxBodyBytes how many bytes of the stream are read as a whole
 * @param maxUploadBytes how many bytes are read piece by piece, or as parts
 * @param providers where the reader of parts is found
 */
public record JaxRsRequest(
    String method,
    String path,
    URI uri,
    MultivaluedMap<String, String> fields,
    InputStream entity,
    long maxBodyBytes,
    long maxUploadBytes,
    Providers providers)
    implements HttpRequest {
  /**
   * The configuration property of the application that says how many bytes the body of a request
   * may have: a number, or its text. 10 MiB where it is absent.
   */
  public static final String MAX_BODY_BYTES = "io.triglot.rest.max-body-bytes";

  /**
   * The configuration property of the application that says how many bytes an upload may have,
   * which is not held as a whole: a number, or its text. 100 MiB where it is absent.
   */
  public static final String MAX_UPLOAD_BYTES = "io.triglot.rest.max-upload-bytes";

  private static final long DEFAULT_MAX_BODY_BYTES = 10L * 1024 * 1024;
  private static final long DEFAULT_MAX_UPLOAD_BYTES = 100L * 1024 * 1024;

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
      Providers providers,
      InputStream body) {
    return new JaxRsRequest(
        request.getMethod(),
        path(uri),
        uri.getRequestUri(),
        headers.getRequestHeaders(),
        body,
        number(configuration, MAX_BODY_BYTES, DEFAULT_MAX_BODY_BYTES),
        number(configuration, MAX_UPLOAD_BYTES, DEFAULT_MAX_UPLOAD_BYTES),
        providers);
  }

  /** The path below the application's, as it came: not every implementation has it like that. */
  public static String path(UriInfo uri) {
    String path = uri.getRequestUri().getRawPath();
    String base = uri.getBaseUri().getRawPath();
    return path.startsWith(base) ? "/" + path.substring(base.length()) : path;
  }

  private static long number(Configuration configuration, String property, long otherwise) {
    Object value = configuration.getProperty(property);
    return value == null ? otherwise : Long.parseLong(value.toString());
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
    byte[] body = entity.readNBytes(limit + 1);
    if (body.length > limit) {
      throw Failure.of(StatusCode.RESOURCE_EXHAUSTED, "The body is larger than " + limit + " bytes")
          .asException();
    }
    return body;
  }

  @Override
  public InputStream stream() {
    String length = header("Content-Length").orElse("");
    if (length.matches("\\d{1,18}") && Long.parseLong(length) > maxUploadBytes) {
      throw LimitedBody.tooLarge(maxUploadBytes);
    }
    return new LimitedBody(entity, maxUploadBytes);
  }

  @Override
  public FormParts parts() throws IOException {
    MediaType type = MediaType.valueOf(header("Content-Type").orElse("*/*"));
    return EntityParts.read(providers, type, fields, stream());
  }
}
