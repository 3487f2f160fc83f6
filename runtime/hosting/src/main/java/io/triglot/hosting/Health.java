package io.triglot.hosting;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

  /** What the last run of each check has said, by name. */
  SortedMap<String, Boolean> checks() {
    SortedMap<String, Boolean> said = new TreeMap<>();
    checks.forEach(check -> said.put(check.name(), check.ready()));
    return said;
  }
}
