package io.triglot.benchmarks.shop;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes away orders four times in each second, so that lists of orders stay short. */
final class Upkeep {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private Upkeep() {}

  static Upkeep begin(Shops shops) {
    Upkeep upkeep = new Upkeep();
    upkeep.thread.scheduleWithFixedDelay(() -> trim(shops), 250, 250, TimeUnit.MILLISECONDS);
    return upkeep;
  }

  private static void trim(Shops shops) {
    try {
      shops.trim();
    } catch (SQLException lockedByAnOrder) {
      // the next time will do
    }
  }

  void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
