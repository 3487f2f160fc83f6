package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.function.UnaryOperator;

/** The path of the OpenAPI document, whose servers are where clients find them. */
final class OpenApiPath implements HttpEndpoint {
  private final String mediaType;
  private final UnaryOperator<String> document;
  private final HttpEndpoint atRoot;

  /**
   * The endpoint.
   *
   * @param mediaType of the document
   * @param document makes the document, for clients below a path
   */
  OpenApiPath(String mediaType, UnaryOperator<String> document) {
    this.mediaType = mediaType;
    this.document = document;
    atRoot = Fixed.of(HttpResponse.of(200, mediaType, document.apply("")));
  }

  @Override
  public Exchange accept(HttpRequest request) {
    String base = request.basePath();
    return base.isEmpty()
        ? atRoot.accept(request)
        : new Fixed(() -> HttpResponse.of(200, mediaType, document.apply(base)), true)
            .accept(request);
  }
}
