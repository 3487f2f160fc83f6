package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The path of the OpenAPI document, whose servers are where clients find them. It is made when
 * somebody asks for it first.
 */
final class OpenApiPath implements HttpEndpoint {
  private final String mediaType;
  private final UnaryOperator<String> document;
  private volatile @Nullable HttpResponse atRoot;

  /**
   * The endpoint.
   *
   * @param mediaType of the document
   * @param document makes the document, for clients below a path
   */
  OpenApiPath(String mediaType, UnaryOperator<String> document) {
    this.mediaType = mediaType;
    this.document = document;
  }

  @Override
  public Exchange accept(HttpRequest request) {
    return new Fixed(() -> below(request.basePath()), true).accept(request);
  }

  private HttpResponse below(String base) {
    if (!base.isEmpty()) {
      return HttpResponse.of(200, mediaType, document.apply(base));
    }
    HttpResponse known = atRoot;
    if (known == null) {
      known = HttpResponse.of(200, mediaType, document.apply(""));
      atRoot = known;
    }
    return known;
  }
}
