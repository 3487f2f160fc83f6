package io.triglot.runtime.grpc;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of methods that block until a client's stream has ended: a virtual one for each from
 * JDK 21 on. Before, at most {@link #MOST_BEFORE_21} of them run at once in the JVM and the others
 * wait for their turn, with no more than their first message in memory.
 */
enum StreamThreads implements Executor {
  INSTANCE;

  static final int MOST_BEFORE_21 = 200;

  private final Executor threads = threads();

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  private static Executor threads() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException before21) {
      return pool();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Executor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST_BEFORE_21,
            MOST_BEFORE_21,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "grpc-stream");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
