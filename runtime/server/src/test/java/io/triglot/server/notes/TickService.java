package io.triglot.server.notes;

import io.triglot.ApiField;
import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Has a stream that goes on where a client has lost it. */
@PermitAll
public class TickService {
  /** How often the stream has been asked for. */
  public final AtomicInteger begun = new AtomicInteger();

  private final long known;

  /**
   * A service.
   *
   * @param known the number of the last tick that it knows; there it waits
   */
  public TickService(long known) {
    this.known = known;
  }

  /** A tick. */
  public record Tick(@ApiField(eventId = true) long number, String text) {}

  /** Ticks up to a number, those after another one. */
  @ApiOperation(retryMillis = 20)
  public Flow.Publisher<Tick> ticks(long last, @ApiField(eventId = true) @Nullable Long after) {
    begun.incrementAndGet();
    return subscriber ->
        subscriber.onSubscribe(
            new Ticking(subscriber, new AtomicLong(after == null ? 0 : after), last));
  }

  private final class Ticking implements Flow.Subscription {
    private final Flow.Subscriber<? super Tick> subscriber;
    private final AtomicLong number;
    private final long last;
    private boolean over;

    Ticking(Flow.Subscriber<? super Tick> subscriber, AtomicLong number, long last) {
      this.subscriber = subscriber;
      this.number = number;
      this.last = last;
    }

    @Override
    public synchronized void request(long n) {
      for (long i = 0; i < n && !over && number.get() < Math.min(last, known); i++) {
        long next = number.incrementAndGet();
        subscriber.onNext(new Tick(next, "tick ".repeat(10)));
      }
      if (!over && number.get() >= last) {
        over = true;
        subscriber.onComplete();
      }
    }

    @Override
    public synchronized void cancel() {
      over = true;
    }
  }
}
