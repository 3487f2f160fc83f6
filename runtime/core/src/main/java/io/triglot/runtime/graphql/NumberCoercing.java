package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that travels as a JSON number; on input its text is accepted too, for clients whose
 * numbers are too narrow.
 *
 * @param <T> its Java type
 */
final class NumberCoercing<T extends Number> implements Coercing<T, T> {
  private final Class<T> type;
  private final Function<BigDecimal, T> exactly;

  /**
   * A coercing.
   *
   * @param exactly converts a number, or throws {@link ArithmeticException} where it does not fit
   */
  NumberCoercing(Class<T> type, Function<BigDecimal, T> exactly) {
    this.type = type;
    this.exactly = exactly;
  }

  @Override
  public T serialize(Object value, GraphQLContext context, Locale locale) {
    try {
      return type.cast(value);
    } catch (ClassCastException other) {
      throw new CoercingSerializeException(other.getMessage(), other);
    }
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    return convert(input).orElseThrow(() -> new CoercingParseValueException(expectation(input)));
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object content = content(input);
    return convert(content)
        .orElseThrow(() -> new CoercingParseLiteralException(expectation(content)));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return FloatValue.newFloatValue(new BigDecimal(input.toString())).build();
  }

  private static @Nullable Object content(Value<?> literal) {
    if (literal instanceof IntValue integer) {
      return integer.getValue();
    }
    if (literal instanceof FloatValue number) {
      return number.getValue();
    }
    return literal instanceof StringValue text ? text.getValue() : null;
  }

  private Optional<T> convert(@Nullable Object input) {
    try {
      return input instanceof Number || input instanceof String
          ? Optional.of(exactly.apply(decimal(input)))
          : Optional.empty();
    } catch (ArithmeticException | NumberFormatException unfit) {
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(Object input) {
    return input instanceof BigDecimal number
        ? ScalarText.bounded(number)
        : ScalarText.decimal(input.toString());
  }

  private String expectation(@Nullable Object input) {
    String given = String.valueOf(input);
    return "Expected a number in the range of "
        + type.getSimpleName()
        + (given.length() > 40 ? "" : " but was '" + given + "'");
  }
}
