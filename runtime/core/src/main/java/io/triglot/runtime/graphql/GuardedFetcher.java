package io.triglot.runtime.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.Access;
import io.triglot.runtime.graphql.plan.FieldSource;
import io.triglot.runtime.graphql.plan.PlannableFetcher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets those callers pass that the field is for. */
record GuardedFetcher(Access access, DataFetcher<?> fetcher)
    implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
  @Override
  public Optional<FieldSource> source() {
    if (fetcher instanceof ComputingFetcher<?> unguarded) {
      return Optional.of(new FieldSource.Computed(unguarded::call, access));
    }
    return fetcher instanceof ReadingFetcher<?> unguarded
        ? Optional.of(new FieldSource.Property(unguarded::read, access))
        : Optional.empty();
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Execution.request(environment).clearance().require(access);
    return fetcher.get(environment);
  }
}
