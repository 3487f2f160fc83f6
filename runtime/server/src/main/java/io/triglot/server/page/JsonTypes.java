package io.triglot.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schemas of an OpenAPI document (JSON Schema 2020-12), in words. */
final class JsonTypes {
  private static final Pattern VALUE = Pattern.compile("(?m)^- `([^`]+)`: (.*)$");
  private static final String SCHEMA = "#/components/schemas/";

  private JsonTypes() {}

  /** All schemas that have a name, but for those of problems, which each operation lists. */
  static List<ContractType> of(JsonNode document) {
    return document.at("/components/schemas").properties().stream()
        .filter(schema -> !schema.getKey().endsWith("Problem"))
        .map(schema -> type(schema.getKey(), schema.getValue()))
        .toList();
  }

  private static ContractType type(String name, JsonNode schema) {
    List<ContractType.Field> fields = new ArrayList<>();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                fields.add(
                    new ContractType.Field(
                        property.getKey(),
                        words(property.getValue(), required.contains(property.getKey())),
                        property.getValue().path("description").asText(""))));
    String doc = schema.path("description").asText("");
    for (JsonNode value : schema.path("enum")) {
      fields.add(new ContractType.Field(value.asText(), value.asText(), doc(value, doc)));
    }
    schema
        .path("oneOf")
        .forEach(each -> fields.add(new ContractType.Field(text(each), text(each), "")));
    return new ContractType(name, VALUE.matcher(doc).replaceAll("").strip(), fields);
  }

  /** JSON Schema has no place for the descriptions of single values: they are a list in its own. */
  private static String doc(JsonNode value, String doc) {
    return VALUE
        .matcher(doc)
        .results()
        .filter(line -> line.group(1).equals(value.asText()))
        .map(line -> line.group(2))
        .findFirst()
        .orElse("");
  }

  private static String words(JsonNode schema, boolean required) {
    List<String> words = new ArrayList<>();
    words.add(text(schema));
    range(schema, "minLength", "maxLength", "characters", words);
    range(schema, "minItems", "maxItems", "elements", words);
    bound(schema, "minimum", "≥ ", words);
    bound(schema, "exclusiveMinimum", "> ", words);
    bound(schema, "maximum", "≤ ", words);
    bound(schema, "exclusiveMaximum", "< ", words);
    bound(schema, "pattern", "like ", words);
    if (!required) {
      words.add("optional");
    }
    return String.join(", ", words);
  }

  private static void range(
      JsonNode schema, String least, String most, String unit, List<String> words) {
    if (schema.has(least) && schema.has(most)) {
      words.add(schema.path(least).asText() + " to " + schema.path(most).asText() + " " + unit);
    } else if (schema.has(least)) {
      words.add("at least " + schema.path(least).asText() + " " + unit);
    } else if (schema.has(most)) {
      words.add("at most " + schema.path(most).asText() + " " + unit);
    }
  }

  private static void bound(JsonNode schema, String keyword, String sign, List<String> words) {
    if (schema.has(keyword)) {
      words.add(sign + schema.path(keyword).asText());
    }
  }

  private static String text(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.path("$ref").asText().replace(SCHEMA, "");
    }
    if (schema.has("anyOf") || schema.has("oneOf")) {
      List<String> texts = new ArrayList<>();
      schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").forEach(each -> texts.add(text(each)));
      return String.join(" or ", texts);
    }
    if (schema.path("type").isArray()) {
      return schema
          .path("type")
          .valueStream()
          .map(each -> one(each.asText(), schema))
          .collect(Collectors.joining(" or "));
    }
    return one(schema.path("type").asText("any"), schema);
  }

  private static String one(String type, JsonNode schema) {
    return switch (type) {
      case "array" -> "list of " + text(schema.path("items"));
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "map to " + text(schema.path("additionalProperties"))
              : "object";
      case "null" -> "null";
      default -> schema.has("format") ? type + " (" + schema.path("format").asText() + ")" : type;
    };
  }
}
