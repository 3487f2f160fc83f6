package io.triglot.hosting;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A readiness check that is repeated, one run after the other. Thread-safe. */
final class RunningCheck {
  private static final Logger log = LoggerFactory.getLogger(RunningCheck.class);

  private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();

  private final String name;
  private final ReadinessCheck check;
  private boolean running;
  private long since;
  private boolean ready;
  private boolean ran;

  RunningCheck(String name, ReadinessCheck check) {
    this.name = name;
    this.check = check;
  }

  String name() {
    return name;
  }

  /** What the last run has said; no before the first one has ended. */
  synchronized boolean ready() {
    return ready;
  }

  /** Runs it where its last run ended a while ago; has no more patience with one that hangs. */
  synchronized void look(Executor threads) {
    boolean due = !ran || System.nanoTime() - since >= PATIENCE_NANOS;
    if (running && due) {
      tell(false, null);
    } else if (due) {
      running = true;
      ran = true;
      since = System.nanoTime();
      threads.execute(this::run);
    }
  }

  private void run() {
    boolean result = false;
    Throwable problem = null;
    try {
      result = check.isReady();
    } catch (Exception e) {
      problem = e;
    }
    synchronized (this) {
      running = false;
      since = System.nanoTime();
      tell(result, problem);
    }
  }

  private void tell(boolean result, @Nullable Throwable problem) {
    if (result != ready) {
      log.info("The readiness check {} says {}", name, result ? "UP" : "DOWN", problem);
    } else if (problem != null) {
      log.debug("The readiness check {} still says DOWN", name, problem);
    }
    ready = result;
  }
}
