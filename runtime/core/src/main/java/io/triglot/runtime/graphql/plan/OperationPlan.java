package io.triglot.runtime.graphql.plan;

import graphql.language.Argument;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLArgument;
import io.triglot.runtime.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a query or mutation is executed without graphql-java. Immutable.
 *
 * @param kind which of the two
 * @param roots its fields that are called, in order
 * @param data what its result looks like: a column for each of them, and for each type name
 * @param access what the caller has to be admitted to
 * @param size how many columns it has
 */
record OperationPlan(
    Operation kind, List<Root> roots, Selection data, Set<Access> access, int size) {

  /**
   * A field at the root.
   *
   * @param position of its column
   * @param key the alias or the name
   * @param name of the field
   * @param constant its arguments, where no variable can change them
   * @param slot where its value goes
   * @param stage of the value, where there is one
   */
  record Root(
      int position,
      String key,
      String name,
      RootCall call,
      List<GraphQLArgument> parameters,
      List<Argument> arguments,
      @Nullable Map<String, @Nullable Object> constant,
      Slot slot,
      Stage stage) {}
}
