package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A resource that can only be read: {@code GET} and {@code HEAD} give its content, {@code OPTIONS}
 * tells so, and all else is refused.
 *
 * @param content makes the response to {@code GET}
 * @param blocking whether that may block
 */
record Fixed(Supplier<HttpResponse> content, boolean blocking) implements HttpEndpoint {
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String NOT_ALLOWED =
      "{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"The methods here are "
          + METHODS
          + "\"}";

  /** A resource that is always the same. */
  static Fixed of(HttpResponse content) {
    return new Fixed(() -> content, false);
  }

  @Override
  public Exchange accept(HttpRequest request) {
    return switch (request.method()) {
      case "GET", "HEAD" -> new Answer(content, blocking);
      case "OPTIONS" -> new Answer(() -> HttpResponse.of(204).header("Allow", METHODS), false);
      default -> new Answer(Fixed::notAllowed, false);
    };
  }

  private static HttpResponse notAllowed() {
    return HttpResponse.of(405, "application/problem+json", NOT_ALLOWED).header("Allow", METHODS);
  }

  /** An answer that is there without its request being read. */
  record Answer(Supplier<HttpResponse> response, boolean blocking) implements Exchange {
    @Override
    public CompletionStage<HttpResponse> respond() {
      return CompletableFuture.completedFuture(response.get());
    }
  }
}
