package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import io.triglot.runtime.JsonValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scalar that can be any JSON value, as {@link JsonValues} has it. */
final class JsonCoercing implements Coercing<Object, Object> {
  @Override
  public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
    try {
      return JsonValues.of(value);
    } catch (IllegalArgumentException unwritable) {
      throw new CoercingSerializeException(unwritable.getMessage(), unwritable);
    }
  }

  @Override
  public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return JsonValues.of(input);
    } catch (IllegalArgumentException unreadable) {
      throw new CoercingParseValueException("Expected a JSON value", unreadable);
    }
  }

  @Override
  public @Nullable Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return plain(input, variables);
  }

  private static @Nullable Object plain(Value<?> literal, CoercedVariables variables) {
    if (literal instanceof ObjectValue object) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (ObjectField field : object.getObjectFields()) {
        members.put(field.getName(), plain(field.getValue(), variables));
      }
      return members;
    }
    if (literal instanceof ArrayValue array) {
      List<@Nullable Object> elements = new ArrayList<>();
      array.getValues().forEach(element -> elements.add(plain(element, variables)));
      return elements;
    }
    if (literal instanceof VariableReference variable) {
      return JsonValues.of(variables.get(variable.getName()));
    }
    return single(literal);
  }

  private static @Nullable Object single(Value<?> literal) {
    if (literal instanceof StringValue text) {
      return text.getValue();
    }
    if (literal instanceof IntValue integer) {
      return narrowed(integer.getValue());
    }
    if (literal instanceof FloatValue number) {
      return number.getValue();
    }
    if (literal instanceof BooleanValue bool) {
      return bool.isValue();
    }
    return literal instanceof EnumValue constant ? constant.getName() : null;
  }

  private static Number narrowed(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? number.longValue() : number;
  }
}
