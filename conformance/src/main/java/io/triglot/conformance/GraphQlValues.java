package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;

/** Values as REST has them in JSON, as GraphQL wants them in variables. */
final class GraphQlValues {
  private GraphQlValues() {}

  /**
   * The value for an input type.
   *
   * @throws InexpressibleException when the type has no place for a part of it
   */
  static JsonNode of(JsonNode value, GraphQLType given) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (value.isNull()) {
      return value;
    }
    if (type instanceof GraphQLList list) {
      return list(value, list.getWrappedType());
    }
    if (type instanceof GraphQLInputObjectType object && value.isObject()) {
      return object(value, object);
    }
    return value;
  }

  /** A list; of a map its entries. */
  private static ArrayNode list(JsonNode value, GraphQLType element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        pair.put("key", entry.getKey());
        pair.set("value", entry.getValue());
        list.add(of(pair, element));
      }
    } else {
      value.forEach(each -> list.add(of(each, element)));
    }
    return list;
  }

  private static ObjectNode object(JsonNode value, GraphQLInputObjectType type) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      GraphQLInputObjectField field = type.getField(member.getKey());
      if (field == null) {
        throw new InexpressibleException(type.getName() + " has no field " + member.getKey());
      }
      object.set(member.getKey(), of(member.getValue(), field.getType()));
    }
    return object;
  }
}
