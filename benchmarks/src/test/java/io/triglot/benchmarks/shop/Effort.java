package io.triglot.benchmarks.shop;

import java.time.Duration;

/**
 * How long it is measured.
 *
 * @param rounds how often what is compared takes turns
 * @param warmUp how long each operation of each protocol is called before anything counts
 * @param search how long the highest throughput is looked for, at each number of callers
 * @param steady how long calls are made at 70 % of it
 * @param open how many requests or streams are open at once
 * @param soak how long the soak lasts
 */
record Effort(
    int rounds, Duration warmUp, Duration search, Duration steady, int open, Duration soak) {
  static final Effort FULL =
      new Effort(
          3,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(7),
          10_000,
          Duration.ofMinutes(10));
  static final Effort QUICK =
      new Effort(
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          2_000,
          Duration.ofSeconds(30));

  Effort withSoak(Duration time) {
    return new Effort(rounds, warmUp, search, steady, open, time);
  }

  Effort withOpen(int calls) {
    return new Effort(rounds, warmUp, search, steady, calls, soak);
  }
}
