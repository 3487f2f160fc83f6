package io.triglot.server;

import io.triglot.runtime.http.HttpResponse;
import io.triglot.server.page.Asset;

/**
 * The header fields that keep a page to itself: it loads nothing from elsewhere, nobody frames it.
 */
enum PageHeaders {
  /** For pages whose scripts call nobody. */
  START("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"),

  /** For the explorers, which bring their fonts along, style themselves, and call the API. */
  EXPLORER(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'");

  private final String policy;

  PageHeaders(String policy) {
    this.policy = policy + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** An asset as a page. */
  HttpResponse page(Asset asset) {
    return addTo(HttpResponse.of(200, asset.mediaType(), asset.content()));
  }

  HttpResponse addTo(HttpResponse response) {
    return response
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }
}
