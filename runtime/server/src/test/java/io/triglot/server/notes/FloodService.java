package io.triglot.server.notes;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Has always something to say, and counts how often it was asked. */
@PermitAll
public class FloodService {
  /** How long each element is. */
  public static final int SIZE = 1_000;

  private static final String ELEMENT = "x".repeat(SIZE);

  private final AtomicInteger elements = new AtomicInteger();
  private final CountDownLatch saturated;

  /**
   * A flood.
   *
   * @param saturation after how many elements {@link #awaitSaturation} ends
   */
  public FloodService(int saturation) {
    saturated = new CountDownLatch(saturation);
  }

  /** How many elements have been asked for, and given. */
  public int elements() {
    return elements.get();
  }

  /** Waits until a client must have been given a lot. */
  public void awaitSaturation() throws InterruptedException {
    saturated.await();
  }

  /** As many elements as anybody asks for. */
  @ApiOperation("GET /flood")
  public Flow.Publisher<String> flood() {
    return subscriber -> subscriber.onSubscribe(new Endless(subscriber));
  }

  private final class Endless implements Flow.Subscription {
    private final Flow.Subscriber<? super String> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;

    Endless(Flow.Subscriber<? super String> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (demand.getAndAdd(n) > 0) {
        return; // who gives already, gives these too
      }
      do {
        elements.incrementAndGet();
        saturated.countDown();
        subscriber.onNext(ELEMENT);
      } while (demand.decrementAndGet() > 0 && !cancelled);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
