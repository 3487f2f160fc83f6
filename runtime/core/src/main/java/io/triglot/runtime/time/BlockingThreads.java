package io.triglot.runtime.time;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for what blocks as long as a client streams. */
public final class BlockingThreads {
  static final int MOST_BEFORE_21 = 200;

  private BlockingThreads() {}

  /**
   * A virtual thread for each task from JDK 21 on. Before, at most {@value #MOST_BEFORE_21} tasks
   * run at once, and the others wait for their turn.
   *
   * @param name that of the threads before JDK 21
   */
  public static Executor named(String name) {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException before21) {
      return pool(name);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Executor pool(String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST_BEFORE_21,
            MOST_BEFORE_21,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
