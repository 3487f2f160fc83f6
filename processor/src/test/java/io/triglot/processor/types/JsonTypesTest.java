package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be any JSON: by its type, or by annotation where the type has no form. */
class JsonTypesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    public record Pair<A, B>(A first, B second) {}
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.databind.JsonNode;
    import com.fasterxml.jackson.databind.node.ObjectNode;
    import io.triglot.ApiField;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Box(
        Object any, @Nullable Object anyOrNull, Optional<Object> maybe, List<Object> list,
        Map<String, Object> members, @Nullable Map<String, Object> membersOrNull,
        List<Map<String, Object>> rows,
        JsonNode node, @Nullable JsonNode nodeOrNull, Optional<JsonNode> maybeNode,
        List<JsonNode> nodes, ObjectNode object, Map<String, JsonNode> nodesByName,
        @ApiField(as = ApiField.Form.JSON) Pair<String, List<Integer>> pair,
        @ApiField(as = ApiField.Form.JSON) @Nullable Pair<String, String> pairOrNull,
        @ApiField(as = ApiField.Form.JSON) Optional<Pair<String, String>> maybePair,
        @ApiField(as = ApiField.Form.JSON) Map<Double, String> byNumber,
        @ApiField(as = ApiField.Form.JSON) StringBuilder[] builders) {}
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.databind.JsonNode;
    import io.triglot.ApiField;
    import io.triglot.ApiOperation;
    import java.util.List;
    import java.util.Map;

    public class BoxService {
      @ApiOperation("POST /boxes")
      public Box echoBox(Box box) {
        return box;
      }

      @ApiOperation("POST /classes")
      public List<String> listClasses(Object value) {
        return ((List<?>) value).stream().map(each -> each.getClass().getSimpleName()).toList();
      }

      @ApiOperation("POST /node")
      public JsonNode echoNode(JsonNode node) {
        return node;
      }

      @ApiOperation("POST /pair")
      @ApiField(as = ApiField.Form.JSON)
      public Pair<Integer, String> swapPair(
          @ApiField(as = ApiField.Form.JSON) Pair<String, Integer> pair) {
        return new Pair<>(pair.second(), pair.first());
      }

      @ApiOperation("GET /report")
      public Map<String, Object> report() {
        return Map.of("day", java.time.LocalDate.of(2026, 1, 31), "pair", new Pair<>(1, List.of(2)));
      }
    }
    """
  };

  private static final String VALUES =
      """
      {"any": {"a": [1, 2.5, "x", true, null, {"b": null}]}, "anyOrNull": [null, false],
       "maybe": "text", "list": [1, "a", {"b": 2}, [3, [4]]],
       "members": {"a": null, "b": {"c": [1]}, "d": 0}, "membersOrNull": {"x": "y"},
       "rows": [{"a": 1}, {}], "node": {"n": [1, null]}, "nodeOrNull": 5, "maybeNode": "t",
       "nodes": [1, {"a": false}], "object": {"o": {"p": 0.25}}, "nodesByName": {"k": [1]},
       "pair": {"first": "f", "second": [1, 2]}, "pairOrNull": {"first": "a", "second": "b"},
       "maybePair": {"first": "c", "second": "d"}, "byNumber": {"1.5": "x"}, "builders": ["b"]}
      """;

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.BoxService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/boxes", VALUES)).isEqualTo(EveryProtocol.json(VALUES));
  }

  @Test
  void areNullWhereTheyMayBe() {
    ObjectNode values = (ObjectNode) EveryProtocol.json(VALUES);
    for (String name :
        new String[] {
          "anyOrNull",
          "maybe",
          "membersOrNull",
          "nodeOrNull",
          "maybeNode",
          "pairOrNull",
          "maybePair"
        }) {
      values.putNull(name);
    }
    assertThat(service.rest("POST", "/boxes", values.toString())).isEqualTo(values);
    assertThat(service.rest("POST", "/boxes", values.putNull("any").toString()).toString())
        .contains("\"status\":400", "\"field\":\"box.any\"", "expected a value, got null");
    assertThatThrownBy(
            () ->
                service.grpc(
                    "EchoBox", "{\"box\": " + VALUES.replace("[1, \"a\",", "[null,") + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("box.list[0]");
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    assertThat(normalized(service.grpc("EchoBox", "{\"box\": " + VALUES + "}").get("result")))
        .isEqualTo(normalized(EveryProtocol.json(VALUES)));
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    JsonNode values =
        EveryProtocol.json(VALUES.replace("{\"k\": [1]}", "[{\"key\": \"k\", \"value\": [1]}]"));
    String fields =
        "any anyOrNull maybe list members membersOrNull rows node nodeOrNull maybeNode nodes object"
            + " nodesByName { key value } pair pairOrNull maybePair byNumber builders";
    assertThat(
            service.graphQl(
                "mutation ($box: BoxInput!) { echoBox(box: $box) { " + fields + " } }",
                Map.of("box", EveryProtocol.variables(values))))
        .isEqualTo(values);
  }

  @Test
  void areLiteralsInGraphQl() {
    assertThat(
            service.graphQl(
                "mutation ($x: JSON!) { listClasses(value: [1, 3000000000, 1.5, \"a\", true, {b: $x}, [RED]]) }",
                Map.of("x", 1)))
        .hasToString(
            "[\"Integer\",\"Long\",\"BigDecimal\",\"String\",\"Boolean\",\"LinkedHashMap\",\"ArrayList\"]");
  }

  @Test
  void haveOneJavaFormOnEveryProtocol() {
    String values = "{\"value\": [1, 3000000000, 1.5, \"a\", true, {\"b\": 1}, [1]]}";
    String classes =
        "[\"Integer\",\"Long\",\"BigDecimal\",\"String\",\"Boolean\",\"LinkedHashMap\",\"ArrayList\"]";
    assertThat(service.rest("POST", "/classes", values)).hasToString(classes);
    assertThat(service.grpc("ListClasses", values).get("result")).hasToString(classes);
  }

  @Test
  void writeWhatJacksonWouldForOtherClasses() {
    JsonNode report =
        EveryProtocol.json("{\"day\": \"2026-01-31\", \"pair\": {\"first\": 1, \"second\": [2]}}");
    assertThat(service.rest("GET", "/report", "")).isEqualTo(report);
    assertThat(service.graphQl("{ report }", Map.of())).isEqualTo(report);
    assertThat(normalized(service.grpc("Report", "{}").get("result")))
        .isEqualTo(normalized(report));
  }

  @Test
  void areArgumentsAndResultsByAnnotation() {
    String pair = "{\"pair\": {\"first\": \"a\", \"second\": 2}}";
    JsonNode swapped = EveryProtocol.json("{\"first\": 2, \"second\": \"a\"}");
    assertThat(service.rest("POST", "/pair", pair)).isEqualTo(swapped);
    assertThat(normalized(service.grpc("SwapPair", pair).get("result")))
        .isEqualTo(normalized(swapped));
    assertThat(service.graphQl("mutation { swapPair(pair: {first: \"a\", second: 2}) }", Map.of()))
        .isEqualTo(swapped);
  }

  @Test
  void refuseWhatTheTypeCannotBeReadFrom() {
    String wrong = VALUES.replace("\"second\": [1, 2]", "\"second\": \"x\"");
    assertThat(service.rest("POST", "/boxes", wrong).toString())
        .contains("\"status\":400", "\"field\":\"box.pair\"", "expected JSON of a valid Pair");
    assertThatThrownBy(() -> service.grpc("EchoBox", "{\"box\": " + wrong + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("box.pair");
  }

  @Test
  void areAnythingInTheContracts() {
    JsonNode properties =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Box/properties");
    assertThat(properties.at("/any")).hasToString("{}");
    assertThat(properties.at("/anyOrNull")).hasToString("{}");
    assertThat(properties.at("/members/type").asText()).isEqualTo("object");
    assertThat(service.compilation().resource("acme/v1/box.proto"))
        .contains(
            "import \"google/protobuf/struct.proto\";",
            "google.protobuf.Value any = 1;",
            "repeated google.protobuf.Value list = 4;",
            "google.protobuf.Struct members = 5;",
            "google.protobuf.Value pair = 14;");
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("any: JSON!", "members: JSON!", "rows: [JSON!]!", "scalar JSON");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  /** Numbers as doubles, which is what {@code google.protobuf.Value} has. */
  private static JsonNode normalized(JsonNode json) {
    return EveryProtocol.json(json.toString().replaceAll("(?<=[\\[:, ])(-?\\d+)(?=[],}])", "$1.0"));
  }
}
