package io.triglot.runtime.graphql;

import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.Fetched;
import io.triglot.runtime.graphql.plan.RootCall;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls an operation; or, where an event of a subscription is being answered, gives that event, so
 * that the rest of the selection is executed on it as in a query.
 *
 * @param conversion what an event becomes before it is given
 */
record RootFetcher(OperationFetcher fetcher, Function<?, ? extends @Nullable Object> conversion)
    implements RootCall {

  RootFetcher(OperationFetcher fetcher) {
    this(fetcher, Function.identity());
  }

  /** What the root of an execution is while an event is being answered. */
  record Event(Object value) {}

  @Override
  @SuppressWarnings("unchecked") // the events are those of the fetcher, to which the two belong
  public @Nullable Object get(DataFetchingEnvironment environment) {
    if (environment.getSource() instanceof Event event) {
      return ((Function<Object, @Nullable Object>) conversion).apply(event.value());
    }
    Fetched fetched = environment.getGraphQlContext().get(Fetched.class);
    return fetched != null && fetched.has(environment)
        ? fetched.answer(environment)
        : call(
            request(environment), Execution.observation(environment), environment.getArguments());
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public @Nullable Object call(
      SharedRequest request, Observation observed, Map<String, @Nullable Object> arguments) {
    try (Scope scope = observed.enter()) {
      return fetcher.fetch(request, InputFields.arguments(arguments, request));
    }
  }

  /** The fields of a mutation are executed one after the other, so that they can be counted. */
  private static SharedRequest request(DataFetchingEnvironment environment) {
    SharedRequest request = Execution.request(environment);
    return environment.getOperationDefinition().getOperation() == Operation.MUTATION
        ? request.next(environment.getField().getName())
        : request;
  }
}
