package io.triglot.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls a host has open at once, on all protocols together. Each takes a slot before
 * anything is done for it, and gives it back when its response has left. Thread-safe.
 */
public final class CallSlots {
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private volatile boolean closed;

  /** So many slots. */
  public CallSlots(int most) {
    this.most = most;
  }

  /** Takes a slot, where there is one. */
  public boolean take() {
    if (taken.incrementAndGet() <= most && !closed) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  /** Gives back a slot that was taken. */
  public void release() {
    taken.decrementAndGet();
  }

  /** From now on there are none, because the host is about to end. */
  public void close() {
    closed = true;
  }

  /** How many are taken. */
  public int taken() {
    return taken.get();
  }

  /** What to tell a caller for whom there is none: that nothing was done, and to try again. */
  public Failure refusal() {
    return new Failure(
        StatusCode.UNAVAILABLE,
        closed ? "SHUTTING_DOWN" : "OVERLOADED",
        closed ? "The server is shutting down" : "The server has too many calls at once",
        List.of(),
        Map.of("retryAfter", Duration.ofSeconds(1)));
  }
}
