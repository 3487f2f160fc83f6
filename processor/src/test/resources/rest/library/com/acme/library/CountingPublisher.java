package com.acme.library;

import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes a number of loans, no more than it is asked for. Of a negative number it fails at once;
 * of zero it stays silent until it is told to end.
 */
public final class CountingPublisher implements Flow.Publisher<Loan> {
  /** How many subscriptions are open. */
  public static final AtomicInteger OPEN = new AtomicInteger();

  private static final Queue<Runnable> SILENT = new ConcurrentLinkedQueue<>();

  private final int count;
  private final boolean fails;

  CountingPublisher(int count, boolean fails) {
    this.count = count;
    this.fails = fails;
  }

  /** Ends the silent ones. */
  static void endSilent() {
    for (Runnable end = SILENT.poll(); end != null; end = SILENT.poll()) {
      end.run();
    }
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Loan> subscriber) {
    OPEN.incrementAndGet();
    subscriber.onSubscribe(
        new Flow.Subscription() {
          private final AtomicLong demand = new AtomicLong();
          private int sent;
          private boolean done;

          @Override
          public void request(long n) {
            if (demand.getAndAdd(n) > 0) {
              return;
            }
            do {
              next();
            } while (demand.decrementAndGet() > 0);
          }

          private void next() {
            if (count == 0) {
              SILENT.add(this::end);
              return;
            }
            if (done) {
              return;
            }
            if (sent < count) {
              sent++;
              subscriber.onNext(new Loan("book " + sent, LocalDate.of(2026, 1, 31), null));
            }
            if (sent >= count && !done) {
              cancel();
              if (fails || count < 0) {
                subscriber.onError(new BookOnLoan(sent));
              } else {
                subscriber.onComplete();
              }
            }
          }

          private void end() {
            cancel();
            subscriber.onComplete();
          }

          @Override
          public void cancel() {
            if (!done) {
              done = true;
              OPEN.decrementAndGet();
            }
          }
        });
  }
}
