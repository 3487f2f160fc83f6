package io.triglot.benchmarks.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The open streams of one client, which all wait for the same events. */
final class Audience implements AutoCloseable {
  private static final int GROUP = 50;

  private final ShopClient client;
  private final List<ShopClient.OpenStream> streams = new ArrayList<>();
  private final AtomicInteger withoutEvent = new AtomicInteger();
  private final LongAdder lost = new LongAdder();
  private final AtomicReference<@Nullable String> firstLoss = new AtomicReference<>();
  private volatile Outcome.Collecting times = new Outcome.Collecting();
  private volatile long ordered;

  private Audience(ShopClient client) {
    this.client = client;
  }

  /** Opens so many streams. */
  static Audience of(ShopClient client, int size) throws InterruptedException {
    Audience audience = new Audience(client);
    audience.withoutEvent.set(size);
    for (int i = 0; i < size; i++) {
      audience.streams.add(client.events(audience.new Watcher()));
      if (i % GROUP == GROUP - 1) {
        Thread.sleep(25);
      }
    }
    return audience;
  }

  /** How many streams have ended, though nobody has cancelled them. */
  long lost() {
    return lost.sum();
  }

  /** Why the first of them has; null where none was. */
  @Nullable String firstLoss() {
    return firstLoss.get();
  }

  /** How many open streams have not told of any event yet. */
  int silent() {
    return withoutEvent.get();
  }

  /** Times of an event: from when its order was begun, to when each stream has told of it. */
  Outcome tell(Load order, long patienceMillis) throws Exception {
    times = new Outcome.Collecting();
    Outcome.Collecting collecting = times;
    ordered = System.nanoTime();
    order.call().get(60, TimeUnit.SECONDS);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    while (collecting.answered() < streams.size() - lost() && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    return collecting.outcome();
  }

  @Override
  public void close() {
    streams.forEach(ShopClient.OpenStream::cancel);
    client.close();
  }

  /** One of the streams. */
  private final class Watcher implements ShopClient.StreamListener {
    private boolean told;

    @Override
    public void event() {
      times.ended(ordered, null);
      told();
    }

    @Override
    public void ended(Throwable cause) {
      lost.increment();
      told();
      firstLoss.compareAndSet(null, cause.toString());
    }

    private void told() {
      if (!told) {
        told = true;
        withoutEvent.decrementAndGet();
      }
    }
  }
}
