package io.triglot.runtime.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.Access;
import io.triglot.runtime.graphql.plan.FieldSource;
import io.triglot.runtime.graphql.plan.PlannableFetcher;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the reader with the object, without reflection. */
record ReadingFetcher<S>(FieldReader<S> reader)
    implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
  @Override
  public Optional<FieldSource> source() {
    return Optional.of(new FieldSource.Property(this::read, Access.open()));
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return read(Objects.requireNonNull(environment.<Object>getSource()));
  }

  @SuppressWarnings("unchecked") // the type's own class made the reader
  @Nullable Object read(Object source) throws Exception {
    return reader.read((S) source);
  }
}
