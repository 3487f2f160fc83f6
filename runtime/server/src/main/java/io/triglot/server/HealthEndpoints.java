package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What probes ask over HTTP: the server is alive as long as it answers, and ready until it begins
 * to stop, as long as its checks say so. Thread-safe.
 *
 * @param isReady whether it is
 * @param checks what each check has said
 */
record HealthEndpoints(BooleanSupplier isReady, Supplier<SortedMap<String, Boolean>> checks) {
  private static final String LIVE = "/health/live";
  private static final List<String> READY = List.of("/health", "/health/ready");

  /** All paths of probes. */
  static final Set<String> PATHS = Set.of(LIVE, READY.get(0), READY.get(1));

  /** What answers there. */
  Map<String, HttpEndpoint> all() {
    return Map.of(LIVE, liveness(), READY.get(0), readiness(), READY.get(1), readiness());
  }

  private HttpEndpoint liveness() {
    return Fixed.of(response(200, "{\"status\":\"UP\"}"));
  }

  HttpEndpoint readiness() {
    return new Fixed(this::report, false);
  }

  private HttpResponse report() {
    boolean ready = isReady.getAsBoolean();
    String details =
        checks.get().entrySet().stream()
            .map(check -> "\"" + check.getKey() + "\":" + status(check.getValue()))
            .collect(Collectors.joining(","));
    return response(
        ready ? 200 : 503,
        "{\"status\":"
            + status(ready)
            + (details.isEmpty() ? "" : ",\"checks\":{" + details + "}")
            + "}");
  }

  private static String status(boolean up) {
    return up ? "\"UP\"" : "\"DOWN\"";
  }

  private static HttpResponse response(int status, String health) {
    return HttpResponse.of(status, "application/json", health).header("Cache-Control", "no-store");
  }
}
