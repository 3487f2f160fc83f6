package io.triglot.server;

import io.triglot.runtime.http.HttpResponse;

/**
 * The header fields that keep a page to itself: it loads nothing from elsewhere, nobody frames it.
 */
enum PageHeaders {
  /** For pages without scripts. */
  START("default-src 'none'; style-src 'self'; img-src 'self' data:"),

  /**
   * For the explorer, which runs scripts of ours, brings its fonts along, styles itself, and calls
   * the API.
   */
  EXPLORER(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'");

  private final String policy;

  PageHeaders(String policy) {
    this.policy = policy + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  HttpResponse addTo(HttpResponse response) {
    return response
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }
}
