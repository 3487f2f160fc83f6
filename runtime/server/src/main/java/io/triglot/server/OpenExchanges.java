package io.triglot.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the exchanges of one port whose response is not yet wholly written. Thread-safe. */
final class OpenExchanges {
  private final AtomicLong open = new AtomicLong();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean draining;

  void begin() {
    open.incrementAndGet();
  }

  void end() {
    if (open.decrementAndGet() == 0 && draining) {
      drained.complete(null);
    }
  }

  boolean draining() {
    return draining;
  }

  /** A stage that completes as soon as no exchange is open. */
  CompletionStage<Void> drain() {
    draining = true;
    if (open.get() == 0) {
      drained.complete(null);
    }
    return drained.minimalCompletionStage();
  }
}
