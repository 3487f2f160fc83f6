package io.triglot.processor.extending;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.UnionType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What streams carry, as JSON Schema (draft 7, which AsyncAPI 3 extends). Not thread-safe. */
final class PayloadSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ApiModel model;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  PayloadSchemas(ApiModel model) {
    this.model = model;
  }

  /** The schemas of the types that have been mentioned, by their names in contracts. */
  ObjectNode definitions() {
    ObjectNode all = NODES.objectNode();
    definitions.forEach(all::set);
    return all;
  }

  /** The schema of a use of a type. */
  ObjectNode of(TypeRef use) {
    ObjectNode schema = present(use.present().carrier());
    if (!use.nullable() || schema.isEmpty()) {
      return schema;
    }
    ObjectNode nullable = NODES.objectNode();
    nullable.putArray("oneOf").add(schema).add(NODES.objectNode().put("type", "null"));
    return nullable;
  }

  private ObjectNode present(TypeRef type) {
    if (type instanceof NamedRef named) {
      TypeDefinition definition = model.definition(named);
      if (!definitions.containsKey(definition.name())) {
        definitions.put(definition.name(), NODES.objectNode()); // for what refers to itself
        definitions.put(definition.name(), definition(definition));
      }
      return reference(definition);
    }
    ObjectNode schema = NODES.objectNode();
    if (type instanceof ListRef list) {
      schema.put("type", "array").set("items", of(list.element()));
    } else if (type instanceof MapRef map) {
      schema.put("type", "object").set("additionalProperties", of(map.value()));
    } else if (type instanceof ScalarRef scalar) {
      scalar(scalar.scalar(), schema);
    } else if (type instanceof FormattedRef) {
      schema.put("type", "string");
    }
    return schema;
  }

  private ObjectNode definition(TypeDefinition type) {
    ObjectNode schema = NODES.objectNode();
    if (!type.doc().isEmpty()) {
      schema.put("description", type.doc().text());
    }
    if (type instanceof ObjectType object) {
      schema.put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      sent(object).forEach(field -> properties.set(field.json().name(), property(field)));
      sent(object)
          .filter(field -> !field.type().nullable())
          .forEach(field -> schema.withArray("required").add(field.json().name()));
    } else if (type instanceof EnumType constants) {
      constants
          .constants()
          .forEach(constant -> schema.withArray("enum").add(constant.json().name()));
    } else if (type instanceof UnionType union) {
      union
          .members()
          .forEach(member -> schema.withArray("oneOf").add(of(new NamedRef(member.type(), false))));
    }
    return schema;
  }

  /** The fields that clients receive in JSON. */
  private static Stream<Field> sent(ObjectType object) {
    return object
        .sent()
        .filter(field -> field.only().map(each -> each.contains(Protocol.REST)).orElse(true));
  }

  private ObjectNode property(Field field) {
    ObjectNode schema = of(field.json().type());
    return field.doc().isEmpty() || schema.has("$ref")
        ? schema
        : schema.put("description", field.doc().text());
  }

  private static ObjectNode reference(TypeDefinition type) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + type.name());
  }

  private static void scalar(Scalar scalar, ObjectNode schema) {
    switch (scalar) {
      case BOOLEAN -> schema.put("type", "boolean");
      case BYTE, SHORT, INT, LONG, BIG_INTEGER -> schema.put("type", "integer");
      case FLOAT, DOUBLE, BIG_DECIMAL -> schema.put("type", "number");
      case JSON -> {}
      case JSON_OBJECT -> schema.put("type", "object");
      case BYTES -> schema.put("type", "string").put("contentEncoding", "base64");
      case UUID -> schema.put("type", "string").put("format", "uuid");
      case INSTANT, OFFSET_DATE_TIME -> schema.put("type", "string").put("format", "date-time");
      case LOCAL_DATE -> schema.put("type", "string").put("format", "date");
      case URI -> schema.put("type", "string").put("format", "uri-reference");
      default -> schema.put("type", "string");
    }
  }
}
