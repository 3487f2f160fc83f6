package io.triglot.benchmarks.rest;

import java.time.Duration;

/**
 * How long it is measured.
 *
 * @param rounds in which all servers take turns at each question
 * @param starts how often each server is started
 * @param warmUp how often each question is asked before anything counts: compilers go by numbers of
 *     calls
 * @param turn how long it is asked in a turn
 */
record Effort(int rounds, int starts, int warmUp, Duration turn) {
  static final Effort FULL = new Effort(3, 3, 20_000, Duration.ofMillis(1_500));
  static final Effort QUICK = new Effort(1, 1, 5_000, Duration.ofSeconds(1));
}
