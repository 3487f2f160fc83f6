package io.triglot.runtime.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Calls an operation; or, where an event of a subscription is being answered, gives that event, so
 * that the rest of the selection is executed on it as in a query.
 */
record RootFetcher(OperationFetcher fetcher) implements DataFetcher<@Nullable Object> {

  /** What the root of an execution is while an event is being answered. */
  record Event(Object value) {}

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    return environment.getSource() instanceof Event event
        ? event.value()
        : fetcher.fetch(
            GraphQlRequest.of(environment.getGraphQlContext()),
            InputFields.arguments(environment.getArguments()));
  }
}
