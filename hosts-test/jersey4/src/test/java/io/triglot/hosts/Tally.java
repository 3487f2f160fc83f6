package io.triglot.hosts;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts; there is one for the application. */
class Tally {
  private final AtomicInteger count = new AtomicInteger();

  int next() {
    return count.incrementAndGet();
  }
}
