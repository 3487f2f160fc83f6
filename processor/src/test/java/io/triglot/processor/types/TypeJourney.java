package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends the values of one row to its service, everywhere, on each protocol. */
record TypeJourney(TypeRow row, String name, String path, EveryProtocol protocols) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** How a protocol has values. */
  private enum Form {
    JSON,
    GRAPH_QL,
    GRAPH_QL_ANSWER,
    PROTO;

    List<JsonNode> values(TypeRow row) {
      return switch (this) {
        case JSON -> row.values();
        case GRAPH_QL -> row.graphQl();
        case GRAPH_QL_ANSWER -> row.graphQlAnswers();
        case PROTO -> row.proto();
      };
    }

    String key(TypeRow row, int index) {
      return this == PROTO ? row.protoKeys().get(index) : row.values().get(index).asText();
    }
  }

  /** A box of values, in a box. */
  void boxes(int index) {
    ObjectNode json = json(index);
    assertThat(protocols.rest("POST", path + "/box", json.toString())).as("REST").isEqualTo(json);

    ObjectNode graphQl = box(Form.GRAPH_QL, index);
    String selection = selection() + " inner {" + selection() + " inner { __typename } }";
    assertThat(
            protocols.graphQl(
                "mutation ($box: %1$sBoxInput!) { echo%1$sBox(box: $box) { %2$s } }"
                    .formatted(name, selection),
                Map.of("box", EveryProtocol.variables(graphQl))))
        .as("GraphQL")
        .isEqualTo(box(Form.GRAPH_QL_ANSWER, index));

    ObjectNode proto = box(Form.PROTO, index);
    assertThat(
            protocols.grpc("Echo" + name + "Box", NODES.objectNode().set("box", proto).toString()))
        .as("gRPC")
        .isEqualTo(NODES.objectNode().set("result", proto));
  }

  /** Parameters of each form, and a result that is there or is not. */
  void parameters(int index) {
    call("parameters", "echo" + name, row.parameters(), index);
    if (row.canBe("orNull")) {
      call("null", "find" + name, List.of("orNull"), index);
      assertThat(protocols.rest("POST", path + "/null", "{}")).isEqualTo(NODES.nullNode());
    }
  }

  private void call(String operation, String method, List<String> parameters, int index) {
    String result = parameters.get(0);
    ObjectNode json = fields(Form.JSON, parameters, index);
    assertThat(protocols.rest("POST", path + "/" + operation, json.toString()))
        .as("REST " + operation)
        .isEqualTo(json.get(result));

    ObjectNode variables = fields(Form.GRAPH_QL, parameters, index);
    Map<String, String> types = protocols.arguments(method);
    String declarations =
        parameters.stream()
            .map(each -> "$" + each + ": " + types.get(each))
            .collect(Collectors.joining(", "));
    String arguments =
        parameters.stream().map(each -> each + ": $" + each).collect(Collectors.joining(", "));
    assertThat(
            protocols.graphQl(
                "mutation (%s) { %s(%s)%s }"
                    .formatted(declarations, method, arguments, selection(result)),
                EveryProtocol.variables(variables)))
        .as("GraphQL " + operation)
        .isEqualTo(field(Form.GRAPH_QL_ANSWER, result, index));

    ObjectNode message = fields(Form.PROTO, parameters, index);
    assertThat(protocols.grpc(capitalized(method), message.toString()).get("result"))
        .as("gRPC " + operation)
        .isEqualTo(message.get(result));
  }

  /** What stands in an address. */
  void addresses() {
    String text = encoded(row.values().get(0));
    if (row.canBe("query")) {
      JsonNode answer =
          protocols.rest("GET", path + "/query?values=" + text + "&value=" + text, "");
      assertThat(answer)
          .isEqualTo(NODES.arrayNode().add(row.values().get(0)).add(row.values().get(0)));
    }
    if (row.canBe("path")) {
      assertThat(protocols.rest("GET", path + "/path/" + text, "")).isEqualTo(row.values().get(0));
    }
  }

  /** What is no such value is refused at its place. */
  void refusals() {
    for (JsonNode wrong : row.wrong()) {
      for (String field : Stream.of("value", "list", "map").filter(row::canBe).toList()) {
        refusal(field, wrong);
      }
    }
  }

  private void refusal(String field, JsonNode wrong) {
    String place =
        "box." + (field.equals("list") ? "list[0]" : field.equals("map") ? "map.a" : field);
    assertThat(protocols.rest("POST", path + "/box", wrongBox(Form.JSON, field, wrong).toString()))
        .as("REST " + field)
        .asString()
        .contains("\"status\":400", "\"field\":\"" + place);
    assertThat(
            protocols.graphQl(
                "mutation ($box: %1$sBoxInput!) { echo%1$sBox(box: $box) { __typename } }"
                    .formatted(name),
                Map.of("box", EveryProtocol.variables(wrongBox(Form.GRAPH_QL, field, wrong)))))
        .as("GraphQL " + field)
        .asString()
        .contains("\"code\":\"INVALID_ARGUMENT\"");
    if (wrong.isTextual() && row.contracts().proto().equals("string")) {
      ObjectNode request = NODES.objectNode().set("box", wrongBox(Form.PROTO, field, wrong));
      assertThatThrownBy(() -> protocols.grpc("Echo" + name + "Box", request.toString()))
          .as("gRPC " + field)
          .hasMessageStartingWith("INVALID_ARGUMENT")
          .hasMessageContaining(place);
    }
  }

  private ObjectNode wrongBox(Form form, String field, JsonNode wrong) {
    return box(form, 0).set(field, field(form, field, wrong, wrong));
  }

  /** The JSON of a box with one of the values, in a box that has null where that may be. */
  ObjectNode json(int index) {
    return box(Form.JSON, index);
  }

  private ObjectNode box(Form form, int index) {
    ObjectNode box = fields(form, row.fields(), index);
    ObjectNode inner = box.deepCopy();
    inner.putNull("inner");
    row.fields().stream()
        .filter(row::mayBeNull)
        .forEach(field -> inner.set(field, form == Form.PROTO ? row.absent() : NODES.nullNode()));
    if (form == Form.PROTO) {
      inner.properties().removeIf(field -> field.getValue().isNull());
    }
    return box.set("inner", inner);
  }

  private ObjectNode fields(Form form, List<String> fields, int index) {
    ObjectNode object = NODES.objectNode();
    fields.forEach(field -> object.set(field, field(form, field, index)));
    return object;
  }

  private JsonNode field(Form form, String field, int index) {
    List<JsonNode> values = form.values(row);
    JsonNode first = values.get(index);
    JsonNode last = values.get(values.size() - 1);
    if (field.equals("key")) {
      Map<String, JsonNode> keys = new LinkedHashMap<>();
      keys.put(form.key(row, index), first);
      keys.put(form.key(row, values.size() - 1), last);
      return map(form, keys, NODES.numberNode(5));
    }
    return form == Form.PROTO
            && row.absent() != null
            && (field.equals("list") || field.equals("map"))
        ? field(form, field, wrapped(first), wrapped(last))
        : field(form, field, first, last);
  }

  /** What protobuf cannot repeat by itself is in a message. */
  private static JsonNode wrapped(JsonNode values) {
    return NODES.objectNode().set("values", values);
  }

  /** A field other than {@code key}. */
  private static JsonNode field(Form form, String field, JsonNode first, JsonNode last) {
    return switch (field) {
      case "list" -> NODES.arrayNode().add(first).add(last);
      case "map" -> map(form, Map.of("a", NODES.textNode("a")), first);
      default -> first;
    };
  }

  private static JsonNode map(Form form, Map<String, JsonNode> keys, JsonNode value) {
    if (form == Form.GRAPH_QL || form == Form.GRAPH_QL_ANSWER) {
      ArrayNode entries = NODES.arrayNode();
      keys.values()
          .forEach(key -> entries.addObject().<ObjectNode>set("key", key).set("value", value));
      return entries;
    }
    ObjectNode object = NODES.objectNode();
    keys.keySet().forEach(key -> object.set(key, value));
    return object;
  }

  private String selection() {
    return row.fields().stream()
        .map(field -> field + selection(field))
        .collect(Collectors.joining(" "));
  }

  private String selection(String field) {
    return switch (field) {
      case "map" -> " { key value" + row.selection() + " }";
      case "key" -> " { key value }";
      default -> row.selection();
    };
  }

  private static String encoded(JsonNode value) {
    return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
