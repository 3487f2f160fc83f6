package io.triglot.example.answers;

import io.triglot.example.store.Database;
import java.time.Duration;
import java.time.Instant;

/** Deletes remembered answers when their time is over. */
public final class Forgetting {
  /** Longer than any client repeats a call. */
  private static final Duration TIME = Duration.ofDays(1);

  /** How many rows one transaction locks. */
  private static final int AT_ONCE = 1_000;

  private Forgetting() {}

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
}
