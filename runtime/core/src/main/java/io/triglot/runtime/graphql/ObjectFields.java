package io.triglot.runtime.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.Access;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object type, each with how it is read. Not thread-safe.
 *
 * @param <S> the Java type of the object
 */
public final class ObjectFields<S> {
  private final GraphQLObjectType.Builder type;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();

  ObjectFields(String name) {
    type = GraphQLObjectType.newObject().name(name);
  }

  /** Describes the type. */
  public ObjectFields<S> description(String description) {
    type.description(description);
    return this;
  }

  /** Adds a field. */
  public ObjectFields<S> field(GraphQLFieldDefinition.Builder field, FieldReader<S> reader) {
    add(field.build(), new ReadingFetcher<>(reader));
    return this;
  }

  /**
   * Adds a field that only some callers receive; for the others it is null, with an error.
   *
   * @param field a field of a type that can be null
   */
  public ObjectFields<S> field(
      GraphQLFieldDefinition.Builder field, Access access, FieldReader<S> reader) {
    add(field.build(), new GuardedFetcher(access, new ReadingFetcher<>(reader)));
    return this;
  }

  /** Says that the type implements an interface. */
  void implementing(String name) {
    type.withInterface(GraphQLTypeReference.typeRef(name));
  }

  void add(GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
    type.field(field);
    fetchers.put(field.getName(), fetcher);
  }

  boolean isEmpty() {
    return fetchers.isEmpty();
  }

  /**
   * Puts the fields inside of their interceptors; whether a caller may have them is seen before.
   */
  void intercept(FieldInterceptors interceptors) {
    String name = type.build().getName();
    fetchers.replaceAll(
        (field, fetcher) ->
            fetcher instanceof GuardedFetcher guarded
                ? new GuardedFetcher(
                    guarded.access(), interceptors.around(name, field, guarded.fetcher()))
                : interceptors.around(name, field, fetcher));
  }

  GraphQLObjectType build() {
    return type.build();
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }

  /** Lets those callers pass that the field is for. */
  private record GuardedFetcher(Access access, DataFetcher<?> fetcher)
      implements TrivialDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      Execution.request(environment).clearance().require(access);
      return fetcher.get(environment);
    }
  }

  /** Calls the reader with the object, without reflection. */
  private record ReadingFetcher<S>(FieldReader<S> reader)
      implements TrivialDataFetcher<@Nullable Object> {
    @Override
    @SuppressWarnings("unchecked") // the type's own class made the reader
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return reader.read((S) Objects.requireNonNull(environment.<Object>getSource()));
    }
  }
}
