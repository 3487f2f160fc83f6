package io.triglot.conformance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a test waits for what a server is to do: longer than any of them takes. */
final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  /**
   * Waits.
   *
   * @throws AssertionError when it does not come, or fails
   */
  static <T> T await(CompletableFuture<T> event, String otherwise) {
    try {
      return event.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(otherwise + " within " + LIMIT.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * Waits in place of a method, which fails with what is waited for.
   *
   * @throws Exception what it fails with
   */
  static <T> T result(CompletableFuture<T> event) throws Exception {
    try {
      return event.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }
}
