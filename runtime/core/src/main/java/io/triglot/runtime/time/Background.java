package io.triglot.runtime.time;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where deadlines and cancellations run, which are no caller's and no host's: on threads of their
 * own, as many as it takes, that end when there is nothing to do. Not on the common pool, whose
 * only thread on a small machine may be the very one that a deadline has to end (JDK 25).
 */
public final class Background {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(Background::daemon);

  private Background() {}

  /** Takes all tasks, and runs them at once. Thread-safe. */
  public static Executor executor() {
    return THREADS;
  }

  private static Thread daemon(Runnable action) {
    Thread thread = new Thread(action, "triglot-background");
    thread.setDaemon(true);
    return thread;
  }
}
