package io.triglot.hosting;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of gRPC calls that may block.
 *
 * @param executor runs calls
 * @param stop ends it, once no call is left
 */
record GrpcThreads(Executor executor, Runnable stop) {
  private static final String NAME = "grpc-";

  /** The best that this JDK has: a virtual thread for each call, else a pool of limited size. */
  static GrpcThreads choose(Limits limits) {
    try {
      return of(virtual());
    } catch (ReflectiveOperationException olderJdk) {
      ExecutorService pool = pool(limits.maxThreads());
      return new GrpcThreads(pool, pool::shutdownNow);
    }
  }

  /** Threads that somebody else ends. */
  static GrpcThreads of(Executor executor) {
    return new GrpcThreads(executor, () -> {});
  }

  /** {@code Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(…).factory())}. */
  private static Executor virtual() throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Object named = type.getMethod("name", String.class, long.class).invoke(builder, NAME, 0L);
    Object factory = type.getMethod("factory").invoke(named);
    return (Executor)
        Executors.class
            .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
            .invoke(null, factory);
  }

  /** Makes a thread for a task that none waits for, until there are as many as there may be. */
  static ExecutorService pool(int maxThreads) {
    Waiting waiting = new Waiting();
    return new ThreadPoolExecutor(
        2,
        maxThreads,
        1,
        TimeUnit.MINUTES,
        waiting,
        threads(),
        (task, pool) -> {
          if (!pool.isShutdown()) { // after that, it is news of calls that were cut off
            waiting.keep(task);
          }
        });
  }

  private static ThreadFactory threads() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, NAME + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The tasks for which there is no thread; takes one only where a thread waits for it. */
  private static final class Waiting extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }

    void keep(Runnable task) {
      super.offer(task);
    }
  }
}
