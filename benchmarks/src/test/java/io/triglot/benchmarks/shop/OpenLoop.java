package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a constant rate, whether or not earlier ones are answered, as strangers would. Each
 * call's time counts from when it was meant to begin: the time that it had to wait because the
 * client or the server was busy is part of it, so that no omission is coordinated with the server's
 * slow moments.
 */
final class OpenLoop {
  /** More open calls than these will never be caught up with. */
  private static final int MOST_OPEN = 20_000;

  private final Load load;
  private final Outcome.Collecting outcome = new Outcome.Collecting();
  private final AtomicInteger open = new AtomicInteger();

  private OpenLoop(Load load) {
    this.load = load;
  }

  /** Calls so often in each second for so long, and waits until all are answered. */
  static Outcome run(Load load, double perSecond, Duration time) throws InterruptedException {
    OpenLoop loop = new OpenLoop(load);
    long begin = System.nanoTime();
    double interval = 1e9 / perSecond;
    long calls = Math.max(1, (long) (time.toNanos() / interval));
    for (long i = 0; i < calls; i++) {
      long intended = begin + (long) (i * interval);
      for (long wait = intended - System.nanoTime();
          wait > 0;
          wait = intended - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      loop.call(intended);
    }
    loop.awaitAnswers();
    return loop.outcome.outcome();
  }

  private void call(long intended) {
    if (open.incrementAndGet() > MOST_OPEN) {
      open.decrementAndGet();
      outcome.failed(new TimeoutException("not sent: " + MOST_OPEN + " calls were open"));
      return;
    }
    load.call()
        .whenComplete(
            (nothing, failure) -> {
              outcome.ended(intended, failure);
              open.decrementAndGet();
            });
  }

  private void awaitAnswers() throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (open.get() > 0 && System.nanoTime() < patience) {
      Thread.sleep(1);
    }
    for (int i = open.get(); i > 0; i--) {
      outcome.failed(new TimeoutException("not answered within 90 s"));
    }
  }
}
