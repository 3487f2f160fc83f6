package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the keys of entities from what clients and routers know of them. */
final class EntityKeys {
  private EntityKeys() {}

  /**
   * The key that a finder takes.
   *
   * @param representation fields of the entity, as they were sent
   * @throws io.triglot.runtime.CallException INVALID_ARGUMENT for values that do not fit
   */
  static <K> K read(
      EntityFinder<K> finder,
      Map<String, @Nullable Object> representation,
      DataFetchingEnvironment environment,
      InputPath path) {
    return finder.reader().read(coerced(environment, finder.type(), representation, path), path);
  }

  /** The fields of a representation as those of the type's that they stand for. */
  private static Map<String, @Nullable Object> coerced(
      DataFetchingEnvironment environment,
      String name,
      Map<String, @Nullable Object> representation,
      InputPath path) {
    GraphQLObjectType type =
        Objects.requireNonNull(environment.getGraphQLSchema().getObjectType(name));
    Map<String, @Nullable Object> coerced = new LinkedHashMap<>();
    representation.forEach(
        (field, value) -> {
          GraphQLFieldDefinition definition = type.getFieldDefinition(field);
          if (definition != null && value != null) {
            coerced.put(
                field,
                coerced(
                    GraphQLTypeUtil.unwrapNonNull(definition.getType()),
                    value,
                    environment,
                    path.field(field)));
          }
        });
    return coerced;
  }

  private static @Nullable Object coerced(
      GraphQLType type, Object value, DataFetchingEnvironment environment, InputPath path) {
    GraphQLContext context = environment.getGraphQlContext();
    Locale locale = environment.getLocale();
    try {
      if (type instanceof GraphQLScalarType scalar) {
        return scalar.getCoercing().parseValue(value, context, locale);
      }
      return type instanceof GraphQLEnumType enumeration
          ? enumeration.parseValue(value, context, locale)
          : null;
    } catch (CoercingParseValueException wrong) {
      throw path.invalid("must be a " + GraphQLTypeUtil.simplePrint(type));
    }
  }
}
