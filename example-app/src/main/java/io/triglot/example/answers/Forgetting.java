package io.triglot.example.answers;

import io.triglot.example.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes remembered answers when their time is over, now and then. */
public final class Forgetting implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  /** Longer than any client repeats a call. */
  private static final Duration TIME = Duration.ofDays(1);

  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** How many rows one transaction locks. */
  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "shop-forgetting");
            made.setDaemon(true);
            return made;
          });

  private Forgetting(Database database) {
    this.database = database;
  }

  /** Begins with it. */
  public static Forgetting begin(Database database) {
    Forgetting forgetting = new Forgetting(database);
    forgetting.thread.scheduleWithFixedDelay(
        forgetting::run, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return forgetting;
  }

  private void run() {
    try {
      forget(database, Instant.now());
    } catch (RuntimeException failure) { // which the next run may not have
      log.warn("Old answers could not be deleted", failure);
    }
  }

  /**
   * Deletes what is too old at that time, in transactions of bounded size.
   *
   * @return how many rows
   */
  public static int forget(Database database, Instant now) {
    Instant before = now.minus(TIME);
    int all = 0;
    int some;
    do {
      some = database.inTransaction(tx -> new AnswerRepository(tx).delete(before, AT_ONCE));
      all += some;
    } while (some >= AT_ONCE);
    return all;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
