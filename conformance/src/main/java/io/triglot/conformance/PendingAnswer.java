package io.triglot.conformance;

import java.util.concurrent.CompletableFuture;

/**
 * A call under way.
 *
 * @param answer what its caller will be told
 * @param abandon goes away without waiting for the answer
 */
record PendingAnswer(CompletableFuture<Answer> answer, Runnable abandon) {
  /** The answer. A server that does not give one is a failure of the test. */
  Answer await() {
    return Patience.await(answer, "No answer came");
  }

  /** Waits for something that happens before the answer. */
  void awaitBefore(CompletableFuture<?> event, String otherwise) {
    Patience.await(CompletableFuture.anyOf(event, answer), otherwise);
    if (!event.isDone()) {
      throw new AssertionError(otherwise + ": " + answer.join());
    }
  }
}
