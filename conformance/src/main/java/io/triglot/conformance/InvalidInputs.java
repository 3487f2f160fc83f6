package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes valid arguments and makes each value wrong in turn, in the ways that its schema forbids.
 * What one protocol cannot say, such as text in place of an {@code int32}, is not asked of it.
 */
final class InvalidInputs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OpenApi document;
  private final ObjectNode valid;
  private final List<InvalidInput> found = new ArrayList<>();

  /**
   * Arguments that are not valid.
   *
   * @param what what is wrong
   */
  record InvalidInput(String what, ObjectNode arguments) {}

  private InvalidInputs(OpenApi document, ObjectNode valid) {
    this.document = document;
    this.valid = valid;
  }

  static List<InvalidInput> of(OpenApi document, OpenApi.Route route, ObjectNode valid) {
    InvalidInputs inputs = new InvalidInputs(document, valid);
    for (JsonNode parameter : route.parameters()) {
      inputs.replace(List.of(parameter.path("name").asText()), parameter.path("schema"));
    }
    JsonNode body = route.body();
    List<String> names = new ArrayList<>();
    valid.fieldNames().forEachRemaining(names::add);
    names.removeIf(route::hasParameter);
    if (Samples.isOfArguments(body, names, route)) {
      inputs.members(List.of(), body);
    } else {
      List<String> whole = List.of(names.get(0));
      if (route.described().path("requestBody").path("required").asBoolean()) {
        inputs.add(whole, "is missing", null);
      }
      inputs.members(whole, body);
    }
    return inputs.found;
  }

  private void members(List<String> path, JsonNode object) {
    JsonNode value = at(valid, path);
    for (Map.Entry<String, JsonNode> member : object.path("properties").properties()) {
      List<String> place = new ArrayList<>(path);
      place.add(member.getKey());
      if (!value.has(member.getKey())) {
        continue;
      }
      JsonNode schema = document.resolved(member.getValue());
      if (isRequired(object, member.getKey()) && isMessageOrEnum(schema)) {
        add(place, "is missing", null);
      }
      replace(place, schema);
      if (schema.has("properties")) {
        members(place, schema);
      }
    }
  }

  private static boolean isRequired(JsonNode object, String name) {
    for (JsonNode required : object.path("required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Scalars of protobuf have a default value, which is what stands for one that is missing. */
  private static boolean isMessageOrEnum(JsonNode schema) {
    return schema.has("properties") || schema.has("enum");
  }

  private void replace(List<String> place, JsonNode given) {
    JsonNode schema = document.resolved(given);
    String type = schema.path("type").asText();
    if (schema.has("enum")) {
      add(place, "is no constant", JSON.textNode("NO_SUCH_CONSTANT"));
    } else if (type.equals("integer") || type.equals("number")) {
      add(place, "is no number", JSON.textNode("no number"));
    } else if (schema.path("format").asText().equals("uuid")) {
      add(place, "is no UUID", JSON.textNode("no UUID"));
    }
    if (schema.has("minimum") && isConstraint(schema.get("minimum"))) {
      add(place, "is too small", smaller(schema.get("minimum")));
    }
    if (schema.has("exclusiveMinimum")) {
      add(place, "is too small", schema.get("exclusiveMinimum"));
    }
    if (schema.path("minLength").asInt() > 0) {
      add(place, "is too short", JSON.textNode(""));
    }
    if (schema.path("maxLength").asInt(Integer.MAX_VALUE) < 10_000) {
      add(place, "is too long", JSON.textNode("t".repeat(schema.get("maxLength").asInt() + 1)));
    }
  }

  /** Not the bound of a Java type, beyond which the field of a message may have no values. */
  private static boolean isConstraint(JsonNode bound) {
    return bound.decimalValue().compareTo(BigDecimal.valueOf(-128)) > 0;
  }

  private static JsonNode smaller(JsonNode bound) {
    return JSON.numberNode(bound.decimalValue().subtract(BigDecimal.ONE));
  }

  private void add(List<String> place, String what, @Nullable JsonNode value) {
    ObjectNode arguments = valid.deepCopy();
    ObjectNode parent = (ObjectNode) at(arguments, place.subList(0, place.size() - 1));
    String name = place.get(place.size() - 1);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.set(name, value);
    }
    found.add(new InvalidInput(String.join(".", place) + " " + what, arguments));
  }

  private static JsonNode at(JsonNode value, List<String> path) {
    JsonNode found = value;
    for (String name : path) {
      found = found.path(name);
    }
    return found;
  }
}
