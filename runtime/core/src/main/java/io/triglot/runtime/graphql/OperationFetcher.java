package io.triglot.runtime.graphql;

import io.triglot.runtime.CallRequest;
import org.jspecify.annotations.Nullable;

/** Answers one field of Query, Mutation or Subscription. Thread-safe. */
@FunctionalInterface
interface OperationFetcher {
  /**
   * Makes the call.
   *
   * @param request what the transport knows of it
   * @param arguments the arguments of the field, not yet bound
   * @return the value, a {@code CompletionStage} of it, or for a subscription a {@code
   *     Flow.Publisher} of values
   */
  @Nullable Object fetch(CallRequest request, InputFields arguments);
}
