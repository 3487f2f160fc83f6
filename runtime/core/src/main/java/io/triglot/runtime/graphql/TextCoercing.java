package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that travels as a JSON string.
 *
 * @param <T> its Java type
 */
final class TextCoercing<T> implements Coercing<T, String> {
  private final Class<T> type;
  private final String expectation;
  private final Function<String, T> parser;
  private final Function<T, String> writer;

  TextCoercing(Class<T> type, Function<String, T> parser, Function<T, String> writer) {
    this(type, "the text of a " + type.getSimpleName(), parser, writer);
  }

  TextCoercing(
      Class<T> type, String expectation, Function<String, T> parser, Function<T, String> writer) {
    this.type = type;
    this.expectation = expectation;
    this.parser = parser;
    this.writer = writer;
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    try {
      return writer.apply(type.cast(value));
    } catch (RuntimeException unwritable) {
      throw new CoercingSerializeException(unwritable.getMessage(), unwritable);
    }
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    return parse(input).orElseThrow(() -> new CoercingParseValueException(expectation(input)));
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object text = input instanceof StringValue string ? string.getValue() : null;
    return parse(text).orElseThrow(() -> new CoercingParseLiteralException(expectation(text)));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(serialize(input, context, locale));
  }

  private Optional<T> parse(@Nullable Object input) {
    try {
      return input instanceof String text ? Optional.of(parser.apply(text)) : Optional.empty();
    } catch (RuntimeException unparsable) {
      return Optional.empty();
    }
  }

  private String expectation(@Nullable Object input) {
    return "Expected "
        + expectation
        + " but was "
        + (input instanceof String text ? "'" + text + "'" : "no text");
  }
}
