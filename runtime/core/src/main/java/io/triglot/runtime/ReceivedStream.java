package io.triglot.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The values that a caller streams, for one subscriber. Thread-safe.
 *
 * @param <E> the type of a value
 */
public interface ReceivedStream<E> extends Flow.Publisher<E> {
  /** Why the stream ended before its time, if it did; otherwise what is given. */
  Throwable reasonOf(Throwable otherwise);

  /**
   * Runs what consumes the stream. If it fails after the stream did, then for the stream's reason,
   * whatever it makes of that.
   */
  default <T extends @Nullable Object> T explained(Callable<T> consumer) throws Exception {
    try {
      return consumer.call();
    } catch (Exception e) {
      Throwable reason = reasonOf(e);
      throw reason instanceof Exception exception ? exception : e;
    }
  }

  /** The same for a stage that consumes the stream. */
  default <T extends @Nullable Object> CompletionStage<T> explained(CompletionStage<T> consumer) {
    return consumer.exceptionallyCompose(e -> CompletableFuture.failedFuture(reasonOf(e)));
  }
}
