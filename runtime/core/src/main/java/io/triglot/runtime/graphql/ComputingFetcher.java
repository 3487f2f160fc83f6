package io.triglot.runtime.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.Access;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.FieldSource;
import io.triglot.runtime.graphql.plan.PlannableFetcher;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the method with the object and the arguments, without reflection. */
record ComputingFetcher<S>(FieldMethod<S> method, FieldValidator validator)
    implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
  @Override
  public Optional<FieldSource> source() {
    return Optional.of(new FieldSource.Computed(this::call, Access.open()));
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return call(
        Objects.requireNonNull(environment.<Object>getSource()),
        environment.getArguments(),
        Execution.request(environment));
  }

  @SuppressWarnings("unchecked") // the type's own class made the method
  @Nullable Object call(
      Object source, Map<String, @Nullable Object> arguments, SharedRequest request)
      throws Exception {
    return method.call((S) source, InputFields.arguments(arguments, request, validator));
  }

  ComputingFetcher<S> checkedBy(FieldValidator other) {
    return new ComputingFetcher<>(method, other);
  }
}
