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
 * Takes valid arguments and makes each value wrong in turn, in the ways that its schema forbids; a
 * value of a hierarchy is each of its types in turn before. What one protocol cannot say, such as
 * text in place of an {@code int32}, is not asked of it.
 */
final class InvalidInputs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OpenApi document;
  private final ObjectNode valid;
  private final String given;
  private final List<Input> invalid;
  private final List<Input> variants;

  /**
   * Arguments of an operation.
   *
   * @param place the path of what makes them special
   * @param what what it is
   */
  record Input(List<String> place, String what, ObjectNode arguments) {}

  private InvalidInputs(
      OpenApi document, ObjectNode valid, String given, List<Input> invalid, List<Input> variants) {
    this.document = document;
    this.valid = valid;
    this.given = given;
    this.invalid = invalid;
    this.variants = variants;
  }

  /** Takes what is valid to pieces. */
  static InvalidInputs of(Arguments arguments) {
    OpenApi.Route route = arguments.route();
    ObjectNode valid = arguments.first();
    InvalidInputs inputs =
        new InvalidInputs(route.document(), valid, "", new ArrayList<>(), new ArrayList<>());
    for (JsonNode parameter : route.parameters()) {
      inputs.replace(List.of(parameter.path("name").asText()), parameter.path("schema"));
    }
    JsonNode body = route.body();
    List<String> names = new ArrayList<>(arguments.names());
    names.removeIf(name -> route.hasParameter(name) || !valid.has(name));
    if (Samples.isOfArguments(body, names, route)) {
      inputs.members(List.of(), body);
    } else {
      List<String> whole = List.of(names.get(0));
      inputs.value(whole, body, route.described().at("/requestBody/required").asBoolean());
    }
    return inputs;
  }

  /** Arguments of which one value is not valid. */
  List<Input> invalid() {
    return invalid;
  }

  /** Valid arguments, for each type that a value of a hierarchy can have. */
  List<Input> variants() {
    return variants;
  }

  private void members(List<String> path, JsonNode object) {
    JsonNode value = at(valid, path);
    for (Map.Entry<String, JsonNode> member : object.path("properties").properties()) {
      if (value.has(member.getKey())) {
        value(
            child(path, member.getKey()),
            document.resolved(member.getValue()),
            isRequired(object, member.getKey()));
      }
    }
  }

  private void value(List<String> place, JsonNode schema, boolean required) {
    if (required && isMessageOrEnum(schema)) {
      add(place, "is missing", null);
    }
    replace(place, schema);
    if (schema.has("discriminator")) {
      types(place, schema);
    } else if (schema.has("properties")) {
      members(place, schema);
    } else if (at(valid, place).has(0)) {
      value(child(place, "0"), document.resolved(schema.path("items")), false);
    }
  }

  /** Makes the value one of each of the types that it can have. */
  private void types(List<String> place, JsonNode hierarchy) {
    String tag = hierarchy.at("/discriminator/propertyName").asText();
    add(child(place, tag), "is the name of no type", Json.text("NoSuchType"));
    for (JsonNode choice : hierarchy.path("oneOf")) {
      JsonNode type = document.resolved(choice);
      JsonNode sample = new Samples(document).sample(choice);
      JsonNode value = at(valid, place);
      boolean same = value.path(tag).equals(sample.path(tag));
      ObjectNode arguments = same ? valid : replaced(place, sample);
      String what = written(place) + " is " + sample.path(tag).asText();
      variants.add(new Input(place, what, arguments));
      new InvalidInputs(document, arguments, given + what + " and ", invalid, variants)
          .members(place, type);
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
    return schema.has("properties") || schema.has("enum") || schema.has("discriminator");
  }

  private void replace(List<String> place, JsonNode unresolved) {
    JsonNode schema = document.resolved(unresolved);
    String type = schema.path("type").asText();
    if (schema.has("enum")) {
      add(place, "is no constant", Json.text("NO_SUCH_CONSTANT"));
    } else if (type.equals("integer") || type.equals("number")) {
      add(place, "is no number", Json.text("no number"));
    } else if (schema.path("format").asText().equals("uuid")) {
      add(place, "is no UUID", Json.text("no UUID"));
    }
    if (schema.has("minimum") && isConstraint(schema.get("minimum"))) {
      add(place, "is too small", smaller(schema.get("minimum")));
    }
    if (schema.has("exclusiveMinimum")) {
      add(place, "is too small", schema.get("exclusiveMinimum"));
    }
    if (schema.path("minLength").asInt() > 0) {
      add(place, "is too short", Json.text(""));
    }
    if (schema.path("maxLength").asInt(Integer.MAX_VALUE) < 10_000) {
      add(place, "is too long", Json.text("t".repeat(schema.get("maxLength").asInt() + 1)));
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
    invalid.add(new Input(place, given + written(place) + " " + what, replaced(place, value)));
  }

  private ObjectNode replaced(List<String> place, @Nullable JsonNode value) {
    ObjectNode arguments = valid.deepCopy();
    JsonNode parent = at(arguments, place.subList(0, place.size() - 1));
    String name = place.get(place.size() - 1);
    if (parent instanceof ArrayNode list) {
      list.set(0, value);
    } else if (value == null) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
    return arguments;
  }

  private static List<String> child(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return List.copyOf(child);
  }

  private static String written(List<String> place) {
    return String.join(".", place).replace(".0", "[0]");
  }

  private static JsonNode at(JsonNode value, List<String> path) {
    JsonNode found = value;
    for (String name : path) {
      found = found.isArray() ? found.path(0) : found.path(name);
    }
    return found;
  }
}
