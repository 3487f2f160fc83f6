package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Arguments of fields as schemas, for operations that only GraphQL offers. */
final class GraphQlSchemas {
  private static final String ARGUMENTS = "(arguments)"; // which is no name of a type
  private static final Map<String, ObjectNode> SCALARS =
      Map.ofEntries(
          Map.entry("Int", Json.type("integer")),
          Map.entry("Long", Json.type("integer")),
          Map.entry("BigInteger", Json.type("integer")),
          Map.entry("Float", Json.type("number")),
          Map.entry("BigDecimal", Json.type("number")),
          Map.entry("Boolean", Json.type("boolean")),
          Map.entry("JSON", Json.type("object")),
          Map.entry("Base64", Json.format("byte")),
          Map.entry("UUID", Json.format("uuid")),
          Map.entry("URI", Json.format("uri")),
          Map.entry("DateTime", Json.format("date-time")),
          Map.entry("Date", Json.format("date")),
          Map.entry("LocalTime", Json.format("time")),
          Map.entry("Duration", Json.format("duration")));

  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  private GraphQlSchemas() {}

  /** How an operation is described that is such a field. */
  static OpenApi.Route route(GraphQLFieldDefinition field) {
    GraphQlSchemas all = new GraphQlSchemas();
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (GraphQLArgument argument : field.getArguments()) {
      properties.put(argument.getName(), all.schema(argument.getType()));
      if (GraphQLTypeUtil.isNonNull(argument.getType())) {
        required.add(argument.getName());
      }
    }
    all.schemas.put(ARGUMENTS, Json.objectOf(properties, required));
    return OpenApi.described(ARGUMENTS, all.schemas);
  }

  private JsonNode schema(GraphQLType given) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (type instanceof GraphQLList list) {
      return Json.listOf(schema(list.getWrappedType()));
    }
    if (type instanceof GraphQLEnumType constants) {
      return Json.constants(constants.getValues().stream().map(value -> value.getName()).toList());
    }
    if (type instanceof GraphQLInputObjectType object) {
      if (!schemas.containsKey(object.getName())) {
        schemas.put(object.getName(), Json.object()); // for types that have themselves inside
        schemas.put(object.getName(), object(object));
      }
      return Json.reference(object.getName());
    }
    String name = ((GraphQLNamedType) type).getName();
    return SCALARS.getOrDefault(name, Json.type("string")).deepCopy();
  }

  private ObjectNode object(GraphQLInputObjectType type) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
      properties.put(field.getName(), schema(field.getType()));
      if (GraphQLTypeUtil.isNonNull(field.getType())) {
        required.add(field.getName());
      }
    }
    return type.isOneOf() ? Json.oneOf(properties) : Json.objectOf(properties, required);
  }
}
