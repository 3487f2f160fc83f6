package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value that fits a schema (JSON Schema 2020-12, as OpenAPI 3.1 has it): an example where
 * the schema gives one, else the plainest value of its type, within its bounds. Members that are
 * not required are left out. Patterns are not followed.
 */
record Samples(OpenApi document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;
  private static final Map<String, String> TEXTS =
      Map.of(
          "date-time", "2024-02-29T12:30:00Z",
          "date", "2024-02-29",
          "time", "12:30:00",
          "duration", "PT1H",
          "uuid", "123e4567-e89b-42d3-a456-426614174000",
          "email", "somebody@example.com",
          "uri", "https://example.com/",
          "uri-reference", "/there",
          "byte", "QUJD",
          "base64", "QUJD");

  /** Arguments for an operation. */
  static ObjectNode arguments(OpenApi.Route route, List<String> names) {
    Samples samples = new Samples(route.document());
    ObjectNode arguments = Json.object();
    for (JsonNode parameter : route.parameters()) {
      arguments.set(parameter.path("name").asText(), samples.sample(parameter.path("schema")));
    }
    JsonNode body = route.body();
    if (body.isMissingNode()) {
      return arguments;
    }
    JsonNode sample = samples.sample(body);
    for (String name : names) {
      if (!route.hasParameter(name)) {
        JsonNode value = isOfArguments(body, names, route) ? sample.path(name) : sample;
        if (!value.isMissingNode()) {
          arguments.set(name, value);
        }
      }
    }
    return arguments;
  }

  /**
   * A message of a client's stream, which has the arguments and a value of the stream. The contract
   * lets the value be absent where there are arguments.
   */
  static Arguments ofStream(OpenApi.Route route, @Nullable ObjectNode example) {
    Samples samples = new Samples(route.document());
    List<String> names = new ArrayList<>();
    ObjectNode message = Json.object();
    for (JsonNode parameter : route.parameters()) {
      String name = parameter.path("name").asText();
      names.add(name);
      message.set(name, samples.sample(parameter.path("schema")));
    }
    for (Map.Entry<String, JsonNode> member : route.body().path("properties").properties()) {
      names.add(member.getKey());
      message.set(member.getKey(), samples.sample(member.getValue()));
    }
    return new Arguments(names, route, List.of(example == null ? message : example));
  }

  /** Whether a body has a member for each argument, or is itself the only argument. */
  static boolean isOfArguments(JsonNode body, Iterable<String> names, OpenApi.Route route) {
    for (String name : names) {
      if (!route.hasParameter(name) && !body.path("properties").has(name)) {
        return false;
      }
    }
    return true;
  }

  /** A value of a schema. */
  JsonNode sample(JsonNode given) {
    return sample(given, 0);
  }

  private JsonNode sample(JsonNode given, int depth) {
    JsonNode schema = document.resolved(given);
    for (String sample : new String[] {"example", "const", "default"}) {
      if (schema.has(sample)) {
        return schema.get(sample);
      }
    }
    for (String samples : new String[] {"examples", "enum"}) {
      if (schema.path(samples).has(0)) {
        return schema.get(samples).get(0);
      }
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      JsonNode choices = schema.path(choice);
      if (choices.has(0) && depth < 2 * DEEPEST) {
        return sample(choices.get(depth < DEEPEST ? 0 : choices.size() - 1), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth + 1);
      case "array" -> array(schema, depth + 1);
      case "string" -> JSON.textNode(text(schema));
      case "integer", "number" -> JSON.numberNode(number(schema));
      case "boolean" -> JSON.booleanNode(true);
      case "null" -> JSON.nullNode();
      default -> JSON.objectNode();
    };
  }

  /** The type; of several the first that is not null. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!each.asText().equals("null")) {
          return each.asText();
        }
      }
    }
    return type.asText(schema.has("properties") ? "object" : "");
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    for (JsonNode name : schema.path("required")) {
      object.set(name.asText(), sample(schema.path("properties").path(name.asText()), depth));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    int least = depth < DEEPEST ? 1 : 0; // a type may have lists of itself
    for (int i = 0; i < Math.max(least, schema.path("minItems").asInt()); i++) {
      array.add(sample(schema.path("items"), depth));
    }
    return array;
  }

  private static String text(JsonNode schema) {
    String text = TEXTS.getOrDefault(schema.path("format").asText(), "text");
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return longest < text.length()
        ? text.substring(0, longest)
        : text + "t".repeat(Math.max(0, schema.path("minLength").asInt() - text.length()));
  }

  private static BigDecimal number(JsonNode schema) {
    if (schema.has("minimum")) {
      return schema.get("minimum").decimalValue().max(BigDecimal.ONE.min(maximum(schema)));
    }
    if (schema.has("exclusiveMinimum")) {
      return schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE);
    }
    return BigDecimal.ONE.min(maximum(schema));
  }

  private static BigDecimal maximum(JsonNode schema) {
    if (schema.has("maximum")) {
      return schema.get("maximum").decimalValue();
    }
    return schema.has("exclusiveMaximum")
        ? schema.get("exclusiveMaximum").decimalValue().subtract(BigDecimal.ONE)
        : BigDecimal.ONE;
  }
}
