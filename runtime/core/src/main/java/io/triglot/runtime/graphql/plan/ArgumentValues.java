package io.triglot.runtime.graphql.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field in a document.
 *
 * @param declared by the schema
 * @param given by the document
 */
record ArgumentValues(List<GraphQLArgument> declared, List<Argument> given) {
  /** Their values in an execution, with defaults; graphql-java's own, so that they are equal. */
  Map<String, @Nullable Object> in(ExecutionContext execution) {
    return in(
        execution.getGraphQLSchema(),
        execution.getCoercedVariables(),
        execution.getGraphQLContext(),
        execution.getLocale());
  }

  /** The same where there is no engine. */
  Map<String, @Nullable Object> in(
      GraphQLSchema schema, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return declared.isEmpty()
        ? Map.of()
        : ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(), declared, given, variables, context, locale);
  }
}
