package io.triglot.server;

import io.triglot.hosting.Limits;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * The threads on which calls over HTTP run. The user's method may block, and that must stay cheap:
 * from JDK 21 on each call has a virtual thread; before, calls share a pool of limited size.
 */
final class CallThreads {
  private final boolean virtual;
  private final int maxThreads;

  private CallThreads(boolean virtual, int maxThreads) {
    this.virtual = virtual;
    this.maxThreads = maxThreads;
  }

  /** The best that this JDK has. */
  static CallThreads choose(Limits limits) {
    return new CallThreads(VirtualThreads.areSupported(), limits.maxThreads());
  }

  /** Jetty's threads, which read, call and write. */
  ThreadPool forHttp() {
    if (virtual) {
      return new HttpVirtualThreads();
    }
    QueuedThreadPool threads = new QueuedThreadPool(maxThreads, 8);
    threads.setName("http");
    return threads;
  }

  /**
   * How Jetty is to call our handler. A virtual thread may block, and a hand-over from one to
   * another would buy nothing. On a pool it is cheaper the other way round, as measured: the thread
   * that reads calls the handler without a hand-over, and the handler itself hands over what may
   * block.
   */
  InvocationType forHandler() {
    return virtual ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
  }

  /** As many as there are tasks. Jetty's own complains of tasks that come while it stops. */
  private static final class HttpVirtualThreads extends VirtualThreadPool {
    HttpVirtualThreads() {
      super(0);
      setName("http-");
    }

    @Override
    public boolean tryExecute(Runnable task) {
      return isRunning() && super.tryExecute(task);
    }
  }
}
