package io.triglot.runtime.graphql;

import org.jspecify.annotations.Nullable;

/**
 * An object type: its fields, and how they are read. Each type that is returned on GraphQL has one
 * generated implementation, which has no state. Thread-safe.
 *
 * <p>All fields are read by one method and not by one function each, because a schema of a thousand
 * types has five thousand fields, and each function is a class to load before the first query is
 * answered.
 *
 * @param <S> the Java type of the object
 */
public interface ObjectBinding<S> extends TypeBinding {
  /** Describes the type. Called once, at start. */
  void describe(ObjectFields<S> type, SchemaBuilder schema);

  /**
   * Reads a field.
   *
   * @param field its name in the schema
   * @throws IllegalArgumentException for a field that the type does not have
   * @throws Exception what the user's class throws
   */
  @Nullable Object get(S source, String field) throws Exception;
}
