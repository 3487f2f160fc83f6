package io.triglot.runtime.graphql.plan;

import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLScalarType;
import io.triglot.runtime.graphql.plan.Shape.Leaf;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The shapes of scalars and enums, which do what graphql-java does in fewer steps. */
final class Leaves {
  private static final Map<Coercing<?, ?>, Class<?>> VERBATIM =
      Map.of(
          Scalars.GraphQLString.getCoercing(), String.class,
          Scalars.GraphQLID.getCoercing(), String.class,
          Scalars.GraphQLInt.getCoercing(), Integer.class,
          Scalars.GraphQLBoolean.getCoercing(), Boolean.class);

  private Leaves() {}

  static Leaf of(GraphQLScalarType type) {
    Coercing<?, ?> coercing = type.getCoercing();
    return coercing == Scalars.GraphQLFloat.getCoercing()
        ? new Leaf(
            null,
            (value, context, locale) -> {
              if (value instanceof Double number && Double.isFinite(number)) {
                return number;
              }
              return value instanceof BigDecimal number
                  ? finite(number.doubleValue())
                  : coercing.serialize(value, context, locale);
            })
        : new Leaf(VERBATIM.get(coercing), coercing::serialize);
  }

  static Leaf of(GraphQLEnumType type) {
    Map<Object, String> names = new HashMap<>();
    for (GraphQLEnumValueDefinition value : type.getValues()) {
      names.putIfAbsent(value.getValue(), value.getName());
    }
    return new Leaf(
        null,
        (value, context, locale) -> {
          String name = names.get(value);
          return name == null ? type.serialize(value, context, locale) : name;
        });
  }

  /** graphql-java goes by way of the number's text, to the same number. */
  private static Double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new CoercingSerializeException("not finite");
    }
    return value;
  }
}
