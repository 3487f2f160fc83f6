package io.triglot.runtime.grpc;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of methods that block until a client's stream has ended: a virtual one for each from
 * JDK 21 on, before that a thread that is kept for a minute. Their number is that of such calls in
 * flight, which the server's limit of concurrent calls bounds.
 */
enum StreamThreads implements Executor {
  INSTANCE;

  private final ExecutorService threads = threads();

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  private static ExecutorService threads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException before21) {
      return Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "grpc-stream");
            thread.setDaemon(true);
            return thread;
          });
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
