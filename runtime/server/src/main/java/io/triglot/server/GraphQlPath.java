package io.triglot.server;

import io.triglot.runtime.Failure;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.server.page.Asset;
import java.util.Locale;

/**
 * The path of GraphQL: a browser that asks for a page gets the explorer, all else is answered by
 * GraphQL.
 */
final class GraphQlPath implements HttpEndpoint {
  private final HttpEndpoint graphQl;
  private final HttpEndpoint explorer;

  GraphQlPath(HttpEndpoint graphQl) {
    this.graphQl = graphQl;
    explorer = Fixed.of(PageHeaders.EXPLORER.page(Asset.explorer()).header("Vary", "Accept"));
  }

  @Override
  public Exchange accept(HttpRequest request) {
    return asksForPage(request) ? explorer.accept(request) : graphQl.accept(request);
  }

  @Override
  public HttpResponse refusal(HttpRequest request, Failure failure) {
    return graphQl.refusal(request, failure);
  }

  private static boolean asksForPage(HttpRequest request) {
    return (request.method().equals("GET") || request.method().equals("HEAD"))
        && request.headers("Accept").stream()
            .anyMatch(accept -> accept.toLowerCase(Locale.ROOT).contains("text/html"));
  }
}
