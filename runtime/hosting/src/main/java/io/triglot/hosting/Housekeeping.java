package io.triglot.hosting;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is looked after again and again while a server runs, on one thread of its own. */
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "triglot-housekeeping");
            created.setDaemon(true);
            return created;
          });

  /**
   * Runs a task, and again that long after its end.
   *
   * @param task does not block; a failure is logged and does not end the repetition
   */
  void every(Duration pause, Runnable task) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> run(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      log.error("A task of the server failed", bug);
    }
  }
}
