package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;

/**
 * What the server tells those who watch over it: it is alive as long as it answers, and ready until
 * it begins to stop. Thread-safe.
 */
final class Health {
  private volatile boolean ready = true;

  /** From now on the server is not ready, so that nothing new is sent to it. */
  void stopping() {
    ready = false;
  }

  HttpEndpoint liveness() {
    return Fixed.of(response(200, "UP"));
  }

  HttpEndpoint readiness() {
    HttpResponse up = response(200, "UP");
    HttpResponse down = response(503, "DOWN");
    return new Fixed(() -> ready ? up : down, false);
  }

  private static HttpResponse response(int status, String health) {
    return HttpResponse.of(status, "application/json", "{\"status\":\"" + health + "\"}")
        .header("Cache-Control", "no-store");
  }
}
