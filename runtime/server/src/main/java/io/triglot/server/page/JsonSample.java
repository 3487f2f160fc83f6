package io.triglot.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Values of the schemas of an OpenAPI document: the example that the author has given, else a short
 * one with what is required.
 *
 * @param document the document that references are resolved in
 */
record JsonSample(JsonNode document) {
  /** Deeper than any value that a person would write on a command line. */
  private static final int DEEPEST = 12;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Texts of which one or the other matches the patterns of common names, codes and numbers. */
  private static final List<String> SHORT =
      List.of("1", "a", "A", "a1", "A1", "abc", "ABC", "123", "1234", "12345", "ABC-123");

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date-time", "2026-01-31T12:00:00Z"),
          Map.entry("date", "2026-01-31"),
          Map.entry("time", "12:00:00Z"),
          Map.entry("duration", "PT1H"),
          Map.entry("uuid", "00000000-0000-4000-8000-000000000000"),
          Map.entry("email", "someone@example.com"),
          Map.entry("uri", "https://example.com/"),
          Map.entry("uri-reference", "/"),
          Map.entry("byte", "AQID"));

  /** A value of a schema. */
  JsonNode of(JsonNode schema) {
    return of(schema, DEEPEST);
  }

  /** The value of a parameter or of a body's media type. */
  JsonNode ofHolder(JsonNode holder) {
    if (holder.has("example")) {
      return holder.get("example");
    }
    JsonNode named = resolved(holder.path("examples").path(0));
    if (holder.path("examples").isObject() && !holder.path("examples").isEmpty()) {
      named = resolved(holder.path("examples").elements().next());
    }
    return named.has("value") ? named.get("value") : of(holder.path("schema"));
  }

  private JsonNode of(JsonNode given, int depth) {
    JsonNode schema = resolved(given);
    for (String key : List.of("example", "const", "default")) {
      if (schema.has(key)) {
        return schema.get(key);
      }
    }
    for (String key : List.of("examples", "enum")) {
      if (schema.path(key).has(0)) {
        return schema.get(key).get(0);
      }
    }
    JsonNode one = alternative(schema);
    if (!one.isMissingNode()) {
      return of(one, depth);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> number(schema);
      case "number" -> number(schema);
      case "boolean" -> NODES.booleanNode(true);
      case "null" -> NODES.nullNode();
      default -> text(schema);
    };
  }

  private static JsonNode alternative(JsonNode schema) {
    return Stream.of("oneOf", "anyOf")
        .flatMap(key -> stream(schema.path(key)))
        .filter(each -> !each.path("type").asText().equals("null"))
        .findFirst()
        .orElse(NODES.missingNode());
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return (type.isArray() ? stream(type) : Stream.of(type))
        .map(JsonNode::asText)
        .filter(name -> !name.equals("null"))
        .findFirst()
        .filter(name -> !name.isEmpty())
        .orElse(schema.has("properties") || schema.has("allOf") ? "object" : "string");
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (JsonNode part : schema.path("allOf")) {
      JsonNode value = of(part, depth);
      if (value.isObject()) {
        object.setAll((ObjectNode) value);
      }
    }
    if (depth > 0) {
      for (JsonNode name : schema.path("required")) {
        object.set(name.asText(), of(schema.path("properties").path(name.asText()), depth - 1));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    return depth > 0 ? array.add(of(schema.path("items"), depth - 1)) : array;
  }

  private static JsonNode number(JsonNode schema) {
    BigDecimal value = BigDecimal.ONE;
    if (schema.has("minimum")) {
      value = value.max(schema.get("minimum").decimalValue());
    }
    if (schema.has("exclusiveMinimum")) {
      value = value.max(schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE));
    }
    if (schema.has("maximum")) {
      value = value.min(schema.get("maximum").decimalValue());
    }
    return NODES.numberNode(value);
  }

  private static TextNode text(JsonNode schema) {
    String format = schema.path("format").asText();
    if (FORMATS.containsKey(format)) {
      return NODES.textNode(FORMATS.get(format));
    }
    if (schema.path("contentEncoding").asText().equals("base64")) {
      return NODES.textNode("AQID");
    }
    int least = Math.max(1, schema.path("minLength").asInt(1));
    String pattern = schema.path("pattern").asText();
    return NODES.textNode(
        SHORT.stream()
            .map(text -> text.length() < least ? text.repeat(least) : text)
            .filter(text -> matches(pattern, text))
            .findFirst()
            .orElse("1".repeat(least)));
  }

  /**
   * Whether a text matches, anywhere, as JSON Schema has it; a pattern that Java cannot read does
   * not.
   */
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException ofAnotherDialect) {
      return false;
    }
  }

  /** What a reference leads to; siblings of a reference, such as a description, do not matter. */
  JsonNode resolved(JsonNode node) {
    List<String> seen = new ArrayList<>();
    JsonNode target = node;
    while (target.has("$ref") && !seen.contains(target.get("$ref").asText())) {
      String reference = target.get("$ref").asText();
      seen.add(reference);
      target =
          reference.startsWith("#") ? document.at(reference.substring(1)) : NODES.missingNode();
    }
    return target;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }
}
