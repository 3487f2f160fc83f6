package io.triglot.runtime.grpc;

import io.triglot.runtime.time.BlockingThreads;
import java.util.concurrent.Executor;

/**
 * The threads of methods that block until a client's stream has ended: a virtual one for each from
 * JDK 21 on. Before, at most {@link #MOST_BEFORE_21} of them run at once in the JVM and the others
 * wait for their turn, with no more than their first message in memory.
 */
enum StreamThreads implements Executor {
  INSTANCE;

  static final int MOST_BEFORE_21 = 200;

  private final Executor threads = BlockingThreads.atMost(MOST_BEFORE_21, "grpc-stream");

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }
}
