package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * So many callers, each of which calls again as soon as it is answered: the way to find the highest
 * throughput. Its times flatter, since a slow answer keeps its caller from asking; {@link OpenLoop}
 * measures those.
 */
public final class ClosedLoop {
  /** Callers begin by groups: a port's queue of new connections has an end. */
  private static final int GROUP = 50;

  private final Load load;
  private final Outcome.Collecting outcome = new Outcome.Collecting();
  private final Phaser callers = new Phaser(1);
  private final long end;

  private ClosedLoop(Load load, Duration time) {
    this.load = load;
    end = System.nanoTime() + time.toNanos();
  }

  /** Runs so many callers for so long, and until all are answered. */
  public static Outcome run(Load load, int callers, Duration time) throws InterruptedException {
    ClosedLoop loop = new ClosedLoop(load, time);
    for (int i = 0; i < callers; i++) {
      loop.callers.register();
      loop.call();
      if (i % GROUP == GROUP - 1 && callers > 10 * GROUP) {
        Thread.sleep(5);
      }
    }
    int phase = loop.callers.arrive();
    try {
      loop.callers.awaitAdvanceInterruptibly(phase, 90, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      loop.outcome.failed(e);
    }
    return loop.outcome.outcome();
  }

  private void call() {
    long began = System.nanoTime();
    load.call().whenComplete((nothing, failure) -> ended(began, failure));
  }

  private void ended(long began, Throwable failure) {
    outcome.ended(began, failure);
    if (System.nanoTime() >= end) {
      callers.arriveAndDeregister();
    } else if (failure == null) {
      call();
    } else {
      // Not at once: a server that is gone refuses faster than it could ever answer.
      CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(this::call);
    }
  }
}
