package io.triglot.runtime.graphql;

import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.SharedRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls an operation; or, where an event of a subscription is being answered, gives that event, so
 * that the rest of the selection is executed on it as in a query.
 *
 * @param conversion what an event becomes before it is given
 */
record RootFetcher(OperationFetcher fetcher, Function<?, ? extends @Nullable Object> conversion)
    implements DataFetcher<@Nullable Object> {

  RootFetcher(OperationFetcher fetcher) {
    this(fetcher, Function.identity());
  }

  /** What the root of an execution is while an event is being answered. */
  record Event(Object value) {}

  @Override
  @SuppressWarnings("unchecked") // the events are those of the fetcher, to which the two belong
  public @Nullable Object get(DataFetchingEnvironment environment) {
    return environment.getSource() instanceof Event event
        ? ((Function<Object, @Nullable Object>) conversion).apply(event.value())
        : call(environment);
  }

  /** The fields of a mutation are executed one after the other, so that they can be counted. */
  private static SharedRequest request(DataFetchingEnvironment environment) {
    SharedRequest request = Execution.request(environment);
    return environment.getOperationDefinition().getOperation() == Operation.MUTATION
        ? request.next(environment.getField().getName())
        : request;
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private @Nullable Object call(DataFetchingEnvironment environment) {
    SharedRequest request = request(environment);
    try (Scope scope = Execution.observation(environment).enter()) {
      return fetcher.fetch(request, InputFields.arguments(environment.getArguments(), request));
    }
  }
}
