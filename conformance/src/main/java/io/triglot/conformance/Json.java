package io.triglot.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes nodes of JSON, and of JSON Schema. */
final class Json {
  /** Numbers keep their digits, since two protocols could differ in them. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  static JsonNode text(String text) {
    return NODES.textNode(text);
  }

  static JsonNode missing() {
    return MissingNode.getInstance();
  }

  static ObjectNode reference(String schema) {
    return object().put("$ref", "#/components/schemas/" + schema);
  }

  /** The schema of a type, such as {@code string}. */
  static ObjectNode type(String type) {
    return object().put("type", type);
  }

  /** The schema of text in a format. */
  static ObjectNode format(String format) {
    return type("string").put("format", format);
  }

  static ObjectNode constants(Iterable<String> names) {
    ObjectNode schema = type("string");
    names.forEach(schema.putArray("enum")::add);
    return schema;
  }

  static ObjectNode listOf(JsonNode element) {
    ObjectNode schema = type("array");
    schema.set("items", element);
    return schema;
  }

  static ObjectNode mapOf(JsonNode value) {
    ObjectNode schema = type("object");
    schema.set("additionalProperties", value);
    return schema;
  }

  static ObjectNode objectOf(Map<String, JsonNode> properties, List<String> required) {
    ObjectNode schema = type("object");
    properties.forEach(schema.putObject("properties")::set);
    required.forEach(schema.putArray("required")::add);
    return schema;
  }

  /** The schema of an object that has exactly one of these properties. */
  static ObjectNode oneOf(Map<String, JsonNode> properties) {
    ObjectNode schema = object();
    ArrayNode choices = schema.putArray("oneOf");
    properties.forEach(
        (name, property) -> choices.add(objectOf(Map.of(name, property), List.of(name))));
    return schema;
  }
}
