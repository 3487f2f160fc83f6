package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that a router knows: the name of its type, and fields that it has seen. */
final class AnyCoercing implements Coercing<Object, Object> {
  private static final String EXPECTED = "Expected an object with a __typename";
  private static final JsonCoercing JSON = new JsonCoercing();

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    if (!isObject(input)) {
      throw new CoercingParseValueException(EXPECTED);
    }
    return input;
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object value = JSON.parseLiteral(input, variables, context, locale);
    if (value == null || !isObject(value)) {
      throw new CoercingParseLiteralException(EXPECTED);
    }
    return value;
  }

  private static boolean isObject(@Nullable Object value) {
    return value instanceof Map<?, ?> object && object.get("__typename") instanceof String;
  }
}
