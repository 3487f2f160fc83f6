package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Collections inside of collections, and the keys of maps that are times and exact numbers. */
class NestedCollectionsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    public enum Color { RED, GREEN }
    """,
    """
    package com.acme;

    public record Part(String name) {}
    """,
    """
    package com.acme;

    import java.math.BigDecimal;
    import java.math.BigInteger;
    import java.time.Duration;
    import java.time.Instant;
    import java.util.Collection;
    import java.util.Date;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.Set;
    import java.util.TreeSet;
    import org.jspecify.annotations.Nullable;

    public record Grid(
        List<List<String>> rows, List<List<List<Integer>>> cube, int[][] matrix,
        List<Set<Color>> sets, Set<List<Part>> lists, Collection<Collection<Long>> collections,
        List<Iterable<Instant>> iterables, List<byte[]> blobs, List<TreeSet<String>> sorted,
        Map<String, List<Part>> byName, Map<String, Map<Integer, String>> maps,
        Map<String, List<Map<String, Color>>> deep, List<Map<String, Integer>> rowsByName,
        Optional<List<List<String>>> maybe, @Nullable List<double[]> orNull,
        Map<Instant, Integer> byTime, Map<Duration, Integer> byLength,
        Map<BigDecimal, Integer> byDecimal, Map<BigInteger, Integer> byInteger,
        Map<Date, Integer> byDate) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.List;

    public class GridService {
      @ApiOperation("POST /grids")
      public Grid echoGrid(Grid grid) {
        return grid;
      }

      @ApiOperation("POST /flat")
      public List<List<Integer>> echoRows(List<List<Integer>> rows) {
        return rows;
      }
    }
    """
  };

  private static final String VALUES =
      """
      {"rows": [["a", "b"], [], ["c"]], "cube": [[[1, 2], []], [], [[3]]], "matrix": [[1], [2, 3]],
       "sets": [["RED", "GREEN"]], "lists": [[{"name": "p"}]], "collections": [[5]],
       "iterables": [["2026-01-31T00:00:00Z"]], "blobs": ["AQI="], "sorted": [["a", "b"]],
       "byName": {"k": [{"name": "q"}]}, "maps": {"m": {"1": "one"}},
       "deep": {"d": [{"x": "RED"}]}, "rowsByName": [{"a": 1}, {}],
       "maybe": [["m"]], "orNull": [[0.5]],
       "byTime": {"2026-01-31T00:00:00Z": 1}, "byLength": {"PT1H30M": 2},
       "byDecimal": {"1.50": 3}, "byInteger": {"123456789012345678901234567890": 4},
       "byDate": {"2026-01-31T00:00:00.001Z": 5}}
      """;

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.GridService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/grids", VALUES)).isEqualTo(EveryProtocol.json(VALUES));
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    ObjectNode sent = (ObjectNode) EveryProtocol.json(VALUES);
    for (String list :
        new String[] {
          "rows",
          "cube",
          "matrix",
          "sets",
          "lists",
          "collections",
          "iterables",
          "sorted",
          "rowsByName",
          "maybe",
          "orNull"
        }) {
      sent.set(list, wrapped(sent.get(list), true));
    }
    for (String map : new String[] {"byName", "maps", "deep"}) {
      sent.set(map, wrapped(sent.get(map), true));
    }
    JsonNode expected =
        EveryProtocol.json(
            sent.toString()
                .replace("\"RED\"", "\"COLOR_RED\"")
                .replace("\"GREEN\"", "\"COLOR_GREEN\"")
                .replace("{\"values\":[5]}", "{\"values\":[\"5\"]}"));
    assertThat(service.grpc("EchoGrid", "{\"grid\": " + expected + "}").get("result"))
        .isEqualTo(expected);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    ObjectNode values = (ObjectNode) EveryProtocol.json(VALUES);
    for (String map : new String[] {"byName", "byTime", "byLength", "byDate"}) {
      values.set(map, entries(values.get(map)));
    }
    values.set(
        "maps",
        entries(
            JsonNodeFactory.instance
                .objectNode()
                .set("m", EveryProtocol.json("[{\"key\": 1, \"value\": \"one\"}]"))));
    values.set(
        "deep",
        entries(
            JsonNodeFactory.instance
                .objectNode()
                .set("d", EveryProtocol.json("[[{\"key\": \"x\", \"value\": \"RED\"}]]"))));
    values.set("rowsByName", EveryProtocol.json("[[{\"key\": \"a\", \"value\": 1}], []]"));
    values.set("byDecimal", EveryProtocol.json("[{\"key\": 1.25, \"value\": 3}]"));
    values.set(
        "byInteger",
        EveryProtocol.json("[{\"key\": 123456789012345678901234567890, \"value\": 4}]"));
    String fields =
        "rows cube matrix sets lists { name } collections iterables blobs sorted"
            + " byName { key value { name } } maps { key value { key value } }"
            + " deep { key value { key value } } rowsByName { key value } maybe orNull"
            + " byTime { key value } byLength { key value } byDecimal { key value }"
            + " byInteger { key value } byDate { key value }";
    assertThat(
            service.graphQl(
                "mutation ($grid: GridInput!) { echoGrid(grid: $grid) { " + fields + " } }",
                Map.of("grid", EveryProtocol.variables(values))))
        .isEqualTo(values);
  }

  @Test
  void areArgumentsAndResults() {
    String rows = "{\"rows\": [[1, 2], []]}";
    assertThat(service.rest("POST", "/flat", rows)).hasToString("[[1,2],[]]");
    assertThat(service.grpc("EchoRows", "{\"rows\": [{\"values\": [1, 2]}, {}]}").get("result"))
        .hasToString("[{\"values\":[1,2]},{\"values\":[]}]");
    assertThat(service.graphQl("mutation { echoRows(rows: [[1, 2], []]) }", Map.of()))
        .hasToString("[[1,2],[]]");
  }

  @Test
  void nameTheElementThatIsWrong() {
    String wrong = VALUES.replace("\"PT1H30M\"", "\"soon\"");
    assertThat(service.rest("POST", "/grids", wrong).toString())
        .contains("\"status\":400", "\"field\":\"grid.byLength.soon\"");
    assertThatThrownBy(() -> service.grpc("EchoGrid", "{\"grid\": {\"byLength\": {\"soon\": 1}}}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("grid.byLength");
    assertThatThrownBy(
            () -> service.grpc("EchoGrid", "{\"grid\": {\"sets\": [{}, {\"values\": [0]}]}}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("grid.sets[1][0]");
  }

  @Test
  void areMessagesInsideOfTheirMessage() {
    assertThat(service.compilation().resource("acme/v1/grid.proto"))
        .contains(
            """
              // An element of rows.
              message RowsElement {
                repeated string values = 1;
              }
            """,
            """
              // An element of cube.
              message CubeElement {
                // An element of values.
                message ValuesElement {
                  repeated int32 values = 1;
                }

                repeated ValuesElement values = 1;
              }
            """,
            "repeated RowsElement rows = 1;",
            "map<string, ByNameValue> by_name = 10;",
            "map<string, int32> by_time = 16;");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  /** Inner collections as the messages that stand for them. */
  private static JsonNode wrapped(JsonNode json, boolean outermost) {
    JsonNode inner = json;
    if (json.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      json.forEach(element -> array.add(wrapped(element, false)));
      inner = array;
    } else if (json.isObject() && !json.has("name")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      json.properties()
          .forEach(entry -> object.set(entry.getKey(), wrapped(entry.getValue(), false)));
      inner = object;
    }
    boolean collection = !outermost && inner.isContainerNode() && !json.has("name");
    return collection ? JsonNodeFactory.instance.objectNode().set("values", inner) : inner;
  }

  private static ArrayNode entries(JsonNode map) {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      entries.addObject().put("key", entry.getKey()).set("value", entry.getValue());
    }
    return entries;
  }
}
