package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema in a few words, as the lock has it: {@code [#Product]}, {@code string date-time}. */
final class SchemaText {
  private static final String REFERENCE = "#/components/schemas/";
  private static final List<String> LIMITS =
      List.of(
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "pattern");

  private SchemaText() {}

  /** The words of a schema. */
  static String of(JsonNode schema) {
    StringJoiner words = new StringJoiner(" ");
    words.add(type(schema));
    LIMITS.stream()
        .filter(schema::has)
        .forEach(limit -> words.add(limit + "=" + schema.get(limit).asText().replace(' ', '_')));
    if (schema.has("default")) {
      words.add("default=" + schema.get("default").asText().replaceAll("\\s", "_"));
    }
    for (String flag : List.of("uniqueItems", "readOnly", "writeOnly")) {
      if (schema.path(flag).asBoolean()) {
        words.add(flag);
      }
    }
    return words.toString();
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return "#" + schema.get("$ref").asText().substring(REFERENCE.length());
    }
    if (schema.has("oneOf")) {
      return either(schema.get("oneOf"));
    }
    if (schema.has("anyOf")) {
      return either(schema.get("anyOf"));
    }
    if (schema.path("allOf").path(0).has("$ref")) {
      return type(schema.get("allOf").get(0)); // what stands beside has lines of its own
    }
    if (schema.has("const")) {
      return "\"" + schema.get("const").asText() + "\"";
    }
    JsonNode type = schema.path("type");
    return type.isArray()
        ? named(type.get(0).asText(), schema) + "?"
        : named(type.asText(), schema);
  }

  private static String either(JsonNode alternatives) {
    List<String> present =
        StreamSupport.stream(alternatives.spliterator(), false)
            .filter(each -> !each.path("type").asText().equals("null"))
            .map(SchemaText::of)
            .toList();
    String joined = String.join("|", present);
    return present.size() < alternatives.size() ? joined + "?" : joined;
  }

  private static String named(String type, JsonNode schema) {
    if (type.isEmpty()) {
      return "any";
    }
    if (type.equals("array")) {
      return "[" + of(schema.path("items")) + "]";
    }
    if (type.equals("object") && schema.has("additionalProperties")) {
      String key = schema.has("propertyNames") ? of(schema.get("propertyNames")) + ": " : "";
      return "{" + key + of(schema.get("additionalProperties")) + "}";
    }
    String format = schema.path("format").asText(schema.path("contentEncoding").asText());
    String values =
        StreamSupport.stream(schema.path("enum").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("|"));
    return type + (format.isEmpty() ? "" : "/" + format) + (values.isEmpty() ? "" : "/" + values);
  }
}
