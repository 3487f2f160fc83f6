package io.triglot.runtime.graphql.plan;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done after something else, at once where that is done already. */
final class Continuation {
  private Continuation() {}

  /**
   * Goes on when what comes before has succeeded.
   *
   * @return fails where one of the two does
   * @throws Exception the same, where nothing had to be waited for
   */
  static CompletableFuture<Void> after(
      CompletableFuture<?> before, Callable<CompletableFuture<Void>> next) throws Exception {
    if (before.isDone()) {
      before.join();
      return next.call();
    }
    return before.thenCompose(
        done -> {
          try {
            return next.call();
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        });
  }
}
