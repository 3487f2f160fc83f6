package io.triglot.hosting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the exchanges of one port whose response is not yet wholly written. Thread-safe. */
public final class OpenExchanges {
  private final AtomicLong open = new AtomicLong();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean draining;

  /** None is open. */
  public OpenExchanges() {}

  /** One more is open. */
  public void begin() {
    open.incrementAndGet();
  }

  /** One of them is over. */
  public void end() {
    if (open.decrementAndGet() == 0 && draining) {
      drained.complete(null);
    }
  }

  /** Whether the port takes no new connections any more. */
  public boolean draining() {
    return draining;
  }

  /** A stage that completes as soon as no exchange is open. */
  public CompletionStage<Void> drain() {
    draining = true;
    if (open.get() == 0) {
      drained.complete(null);
    }
    return drained.minimalCompletionStage();
  }
}
