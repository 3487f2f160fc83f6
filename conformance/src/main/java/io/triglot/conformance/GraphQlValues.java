package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
  static JsonNode of(JsonNode value, Described described, GraphQLType given) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (value.isNull()) {
      return value;
    }
    if (type instanceof GraphQLList list) {
      return list(value, described, list.getWrappedType());
    }
    if (type instanceof GraphQLInputObjectType object && value.isObject()) {
      return object.isOneOf()
          ? described
              .member(value)
              .map(member -> member(member, object))
              .orElseGet(() -> object((ObjectNode) value, described, object))
          : object((ObjectNode) value, described, object);
    }
    return value;
  }

  /** A list; of a map its entries. */
  private static ArrayNode list(JsonNode value, Described described, GraphQLType element) {
    ArrayNode list = Json.array();
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        ObjectNode pair = Json.object().put("key", entry.getKey());
        list.add(pair.set("value", of(entry.getValue(), described.entry(), inEntry(element))));
      }
    } else {
      value.forEach(each -> list.add(of(each, described.element(), element)));
    }
    return list;
  }

  /** The type of the values of a map's entries. */
  private static GraphQLType inEntry(GraphQLType entry) {
    if (GraphQLTypeUtil.unwrapNonNull(entry) instanceof GraphQLInputObjectType type
        && type.getField("value") != null) {
      return type.getField("value").getType();
    }
    throw new InexpressibleException("There is no map");
  }

  private static ObjectNode member(Described.Member member, GraphQLInputObjectType type) {
    String name =
        member.field(type.getFieldDefinitions().stream().map(each -> each.getName()).toList());
    return Json.object()
        .set(name, of(member.value(), member.described(), type.getField(name).getType()));
  }

  private static ObjectNode object(
      ObjectNode value, Described described, GraphQLInputObjectType type) {
    ObjectNode object = Json.object();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey();
      GraphQLInputObjectField field = type.getField(name);
      if (field != null) {
        object.set(name, of(member.getValue(), described.property(name), field.getType()));
      } else if (!described.isTag(name)) {
        throw new InexpressibleException(type.getName() + " has no field " + name);
      }
    }
    return object;
  }
}
