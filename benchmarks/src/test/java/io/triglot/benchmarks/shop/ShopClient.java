package io.triglot.benchmarks.shop;

import java.util.concurrent.CompletableFuture;

/**
 * A client of a shop on one protocol, which does not decode what it gets: it is there to keep the
 * server busy, and shares the machine with it. Thread-safe.
 */
interface ShopClient extends AutoCloseable {
  /**
   * Calls; where a protocol needs several requests for an operation, until the last is answered.
   *
   * @return fails when an answer is not the expected one
   */
  CompletableFuture<Void> call(Operation operation);

  /** Begins a stream of events. */
  OpenStream events(StreamListener listener);

  @Override
  void close();

  /** What happens to a stream. */
  interface StreamListener {
    /** An event has come. */
    void event();

    /** The stream has ended, though nobody has cancelled it. */
    void ended(Throwable cause);
  }

  /** A stream that can be given up. */
  @FunctionalInterface
  interface OpenStream {
    void cancel();
  }

  /** Done when all are; fails when one of them does. */
  static CompletableFuture<Void> all(CompletableFuture<?>... calls) {
    return CompletableFuture.allOf(calls);
  }
}
