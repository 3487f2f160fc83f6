package io.triglot.runtime.http;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An HTTP request (RFC 9110), as a host hands it over. Belongs to one exchange; not thread-safe.
 */
public interface HttpRequest {
  /** The method, in upper case. */
  String method();

  /** How the client reaches the server: {@code http} or {@code https}. */
  default String scheme() {
    return "http";
  }

  /** The path of the target, percent-encoded as it came, relative to where the endpoint lives. */
  String path();

  /**
   * The path below which clients find the endpoint, percent-encoded, such as {@code /shop}; empty
   * where they find it at the root, or the host knows of it otherwise.
   */
  default String basePath() {
    return "";
  }

  /** The query of the target, percent-encoded as it came; empty where there is none. */
  String query();

  /** The values of a header field, in order, by its name in any case; empty where absent. */
  List<String> headers(String name);

  /** The first value of a header field. */
  default Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** What the host knows beyond the request; see {@code CallRequest.transport}. */
  default <T> Optional<T> transport(Class<T> type) {
    return Optional.empty();
  }

  /**
   * Completes when the client goes away before the response is written; never where the host cannot
   * tell. A host that has to give something up for it may do so from when it is first asked.
   */
  default CompletionStage<Void> cancelled() {
    return new CompletableFuture<>();
  }

  /**
   * The whole body, read when it is first asked for. May block.
   *
   * @throws io.triglot.runtime.CallException with {@code RESOURCE_EXHAUSTED} when the body is
   *     larger than the host allows
   * @throws IOException when the client goes away
   */
  byte[] body() throws IOException;

  /**
   * The body as it comes, for requests that may be larger than what is held as a whole. Instead of
   * {@link #body}, not beside it. Reading blocks, and fails with a {@code
   * io.triglot.runtime.CallException}: {@code RESOURCE_EXHAUSTED} where the body is larger than the
   * host allows, {@code CANCELLED} where it does not arrive whole.
   */
  default InputStream stream() throws IOException {
    return new ByteArrayInputStream(body());
  }

  /** How many bytes of a body are held as a whole, at most. 10 MiB unless the host says so. */
  default long maxBodyBytes() {
    return 10L * 1024 * 1024;
  }

  /**
   * The parts of a body that is a form ({@code multipart/form-data}), all of which have arrived.
   * Instead of {@link #body}. May block.
   *
   * @throws io.triglot.runtime.CallException as reading from {@link #stream} does; {@code
   *     INVALID_ARGUMENT} where the body is no such form, {@code UNIMPLEMENTED} where the host
   *     reads none
   */
  default FormParts parts() throws IOException {
    throw Failure.of(StatusCode.UNIMPLEMENTED, "multipart/form-data is not read here")
        .asException();
  }
}
