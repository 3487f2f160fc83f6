package io.triglot.benchmarks.shop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Streams of all protocols: ten times in each second the oldest of each is given up for a new one.
 */
final class Churn implements AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final List<ShopClient> clients = new ArrayList<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  private Churn() {}

  /** Opens so many streams on each protocol, and begins to renew them. */
  static Churn begin(ShopAddress shop, int streams) {
    Churn churn = new Churn();
    for (Protocol protocol : Protocol.USUAL) {
      ShopClient client = protocol.connect(shop, 2 * streams);
      churn.clients.add(client);
      Deque<ShopClient.OpenStream> open = new ArrayDeque<>();
      for (int i = 0; i < streams; i++) {
        open.add(churn.open(client));
      }
      churn.thread.scheduleWithFixedDelay(
          () -> {
            open.remove().cancel();
            open.add(churn.open(client));
          },
          100,
          100,
          TimeUnit.MILLISECONDS);
    }
    return churn;
  }

  /** How many streams there have been. */
  long opened() {
    return opened.get();
  }

  /** How many of them have ended by themselves. */
  long lost() {
    return lost.get();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clients.forEach(ShopClient::close);
  }

  private ShopClient.OpenStream open(ShopClient client) {
    opened.incrementAndGet();
    return client.events(
        new ShopClient.StreamListener() {
          @Override
          public void event() {}

          @Override
          public void ended(Throwable cause) {
            lost.incrementAndGet();
          }
        });
  }
}
