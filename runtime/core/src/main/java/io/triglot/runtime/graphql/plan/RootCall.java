package io.triglot.runtime.graphql.plan;

import graphql.schema.DataFetcher;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fetcher of a field of Query or Mutation, which can be asked without graphql-java. */
public interface RootCall extends DataFetcher<@Nullable Object> {
  /**
   * Makes the call.
   *
   * @param request of which it is one call
   * @param observed what is told of the document
   * @param arguments of the field, coerced
   * @return the value, or a {@code CompletionStage} of it
   * @throws RuntimeException when the call fails
   */
  @Nullable Object call(
      SharedRequest request, Observation observed, Map<String, @Nullable Object> arguments);
}
