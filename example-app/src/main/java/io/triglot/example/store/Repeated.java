package io.triglot.example.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done now and then, from now on until it is closed. */
public final class Repeated implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Repeated.class);

  private final ScheduledExecutorService thread;

  private Repeated(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * Begins with it.
   *
   * @param name what it is called in the log, if it fails: the next time it may not
   */
  public static Repeated every(Duration pause, String name, Runnable work) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    Runnable logged =
        () -> {
          try {
            work.run();
          } catch (RuntimeException failure) {
            log.warn("{} has failed", name, failure);
          }
        };
    thread.scheduleWithFixedDelay(logged, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    return new Repeated(thread);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
