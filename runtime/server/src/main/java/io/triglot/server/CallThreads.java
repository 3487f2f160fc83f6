package io.triglot.server;

import java.util.concurrent.Executor;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * The threads on which calls run. The user's method may block, and that must stay cheap: from JDK
 * 21 on each call has a virtual thread; before, calls share a pool of limited size.
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
      VirtualThreadPool threads = new VirtualThreadPool(0);
      threads.setName("http-");
      return threads;
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

  /** Threads for gRPC calls that may block. */
  GrpcThreads forGrpc() {
    if (virtual) {
      Executor executor = VirtualThreads.getNamedVirtualThreadsExecutor("grpc-");
      return new GrpcThreads(executor, () -> {});
    }
    QueuedThreadPool pool = new QueuedThreadPool(maxThreads, 2);
    pool.setName("grpc");
    Lifecycles.start(pool);
    return new GrpcThreads(pool, () -> Lifecycles.stop(pool));
  }

  /**
   * An executor and what ends it.
   *
   * @param executor runs calls
   * @param stop ends it, once no call is left
   */
  record GrpcThreads(Executor executor, Runnable stop) {}
}
