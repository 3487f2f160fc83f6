package io.triglot.server;

import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * What the server tells those who watch over it: it is alive as long as it answers, and ready until
 * it begins to stop, as long as its checks say so. Thread-safe.
 */
final class Health {
  private final List<RunningCheck> checks;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "triglot-readiness");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopping;

  Health(Map<String, ReadinessCheck> checks) {
    this.checks =
        checks.entrySet().stream()
            .map(check -> new RunningCheck(check.getKey(), check.getValue()))
            .toList();
  }

  /** From now on the server is not ready, so that nothing new is sent to it. */
  void stopping() {
    stopping = true;
    threads.shutdownNow();
  }

  /** Runs the checks that are due; to be called again and again. */
  void look() {
    if (!stopping) {
      checks.forEach(check -> check.look(threads));
    }
  }

  boolean isReady() {
    return !stopping && checks.stream().allMatch(RunningCheck::ready);
  }

  HttpEndpoint liveness() {
    return Fixed.of(response(200, "{\"status\":\"UP\"}"));
  }

  HttpEndpoint readiness() {
    return new Fixed(this::report, false);
  }

  private HttpResponse report() {
    boolean ready = isReady();
    String details =
        checks.stream()
            .map(check -> "\"" + check.name() + "\":" + status(check.ready()))
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
