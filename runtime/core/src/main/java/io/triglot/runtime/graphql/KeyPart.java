package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A field of the key of a node.
 *
 * @param type its type, a scalar or an enum
 */
record KeyPart<S>(FieldReader<S> reader, GraphQLType type) {

  /** The text of the id of an object. */
  static <S> String globalId(String type, List<KeyPart<S>> parts, S source) throws Exception {
    List<Object> key = new ArrayList<>(parts.size());
    for (KeyPart<S> part : parts) {
      key.add(part.serialized(source));
    }
    return new GlobalId(type, key).text();
  }

  private Object serialized(S source) throws Exception {
    Object value = Objects.requireNonNull(reader.read(source), "null in the key of a node");
    GraphQLContext context = GraphQLContext.getDefault();
    return Objects.requireNonNull(
        type instanceof GraphQLEnumType enumeration
            ? enumeration.serialize(value, context, Locale.ROOT)
            : ((GraphQLScalarType) type).getCoercing().serialize(value, context, Locale.ROOT));
  }
}
