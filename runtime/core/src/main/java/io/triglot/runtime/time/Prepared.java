package io.triglot.runtime.time;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is made on a thread of its own, while whoever needs it makes other things: what a
 * server starts with is mostly classes to be loaded, which two processors do in half of the time.
 *
 * <p>Thread-safe.
 */
public final class Prepared<T> {
  private final FutureTask<T> task;

  private Prepared(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins to make it. */
  public static <T> Prepared<T> begin(Supplier<T> maker) {
    FutureTask<T> task = new FutureTask<>(maker::get);
    Thread thread = new Thread(task, "triglot-start");
    thread.setDaemon(true);
    thread.start();
    return new Prepared<>(task);
  }

  /** What was made; waits for it. Throws what its making has thrown. */
  public T get() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // what is being made cannot be left behind
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // a supplier throws nothing else
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
