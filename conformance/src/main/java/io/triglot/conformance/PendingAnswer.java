package io.triglot.conformance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call under way.
 *
 * @param answer what its caller will be told
 * @param abandon goes away without waiting for the answer
 */
record PendingAnswer(CompletableFuture<Answer> answer, Runnable abandon) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The answer. A server that does not give one is a failure of the test. */
  Answer await() {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon.run();
      throw new AssertionError("No answer within " + PATIENCE.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new AssertionError("The call itself failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
