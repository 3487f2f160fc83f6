package io.triglot.runtime.idempotency;

import java.util.concurrent.CompletionStage;

/**
 * Remembers the answers of calls by their keys. Thread-safe.
 *
 * <p>A store in a database may make the call inside of its own transaction, so that the call's
 * changes and its answer are committed together: then a call happens once even if the server dies
 * while it answers. How it writes a {@link Answer.Result} is its own affair: the value is a result
 * of one of the application's methods, as {@link IdempotencyKey#operation} tells.
 */
@FunctionalInterface
public interface IdempotencyStore {
  /**
   * Gives the answer that is remembered of a call; where there is none, makes the call and
   * remembers its answer, before anybody learns of it.
   *
   * <p>What is remembered under another {@linkplain IdempotentCall#fingerprint fingerprint} is the
   * answer to something else: {@link IdempotentCall#reused()}. While the same call is being made
   * already, a store may wait for its answer, or fail with {@link IdempotentCall#inUse()}.
   *
   * @return a stage that is complete where the method blocks. It fails as the call does where it
   *     comes to no answer: nothing is then remembered, and the next try makes the call again
   */
  CompletionStage<Answer> answer(IdempotentCall call);
}
