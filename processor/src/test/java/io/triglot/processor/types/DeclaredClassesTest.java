package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Java has in several classes and the contracts in one form: optionals of numbers, arrays, the
 * classes of collections, {@code CharSequence} and {@code Date}.
 */
class DeclaredClassesTest {
  private static final String FIELDS =
      """
      int[] ints, boolean[] flags, char[] letters, short[] shorts, float[] floats, double[] doubles,
      long @Nullable [] longsOrNull, Optional<int[]> maybeInts, String[] names, Color[] colors,
      Part[] parts, BigDecimal[] prices, String @Nullable [] namesOrNull,
      OptionalInt maybeInt, OptionalLong maybeLong, OptionalDouble maybeDouble,
      OptionalInt noInt, OptionalLong noLong, OptionalDouble noDouble,
      ArrayList<String> arrayList, LinkedList<Part> linkedList, Deque<Integer> deque,
      SortedSet<String> sortedSet, NavigableSet<Integer> navigableSet, TreeSet<Color> treeSet,
      HashSet<String> hashSet, LinkedHashSet<Part> linkedHashSet,
      @Nullable TreeSet<String> treeSetOrNull, Optional<SortedSet<String>> maybeSet,
      CharSequence text, @Nullable CharSequence textOrNull, List<CharSequence> texts,
      Date date, @Nullable Date dateOrNull, Optional<Date> maybeDate, List<Date> dates,
      Date[] dateArray, Map<String, Date> datesByName, TreeMap<String, Integer> treeMap,
      SortedMap<Integer, Part> sortedMap, ConcurrentMap<String, String> concurrentMap,
      @Nullable HashMap<String, Color> hashMapOrNull, Map<CharSequence, Integer> byText
      """;

  private static final String VALUES =
      """
      {"ints": [1, -2], "flags": [true, false], "letters": ["a", "ß"], "shorts": [-32768],
       "floats": [1.5], "doubles": [0.1, -2.5], "longsOrNull": [5], "maybeInts": [7],
       "names": ["b", "a"], "colors": ["RED", "GREEN"], "parts": [{"name": "x"}],
       "prices": [1.25], "namesOrNull": ["n"],
       "maybeInt": 3, "maybeLong": 4, "maybeDouble": 0.5,
       "noInt": null, "noLong": null, "noDouble": null,
       "arrayList": ["b", "a"], "linkedList": [{"name": "y"}], "deque": [2, 1],
       "sortedSet": ["a", "b"], "navigableSet": [1, 2], "treeSet": ["RED", "GREEN"],
       "hashSet": ["a"], "linkedHashSet": [{"name": "z"}, {"name": "a"}],
       "treeSetOrNull": ["a"], "maybeSet": ["a", "b"],
       "text": "hello", "textOrNull": null, "texts": ["a", "b"],
       "date": "2026-01-31T23:59:59.123Z", "dateOrNull": null,
       "maybeDate": "1970-01-01T00:00:00Z", "dates": ["2026-01-31T00:00:00Z"],
       "dateArray": ["2026-01-31T00:00:00Z"], "datesByName": {"a": "2026-01-31T00:00:00Z"},
       "treeMap": {"a": 1, "b": 2}, "sortedMap": {"1": {"name": "p"}}, "concurrentMap": {"k": "v"},
       "hashMapOrNull": {"k": "RED"}, "byText": {"k": 1}}
      """;

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
    import java.util.*;
    import java.util.concurrent.ConcurrentMap;
    import org.jspecify.annotations.Nullable;

    public record Shelf(%s) {}
    """
        .formatted(FIELDS),
    """
    package com.acme;

    import java.util.ArrayList;
    import java.util.OptionalInt;
    import java.util.TreeSet;
    import org.jspecify.annotations.Nullable;

    public class Bean {
      private int[] numbers = {};
      private OptionalInt size = OptionalInt.empty();
      private TreeSet<String> names = new TreeSet<>();
      private @Nullable ArrayList<Part> parts;

      public int[] getNumbers() { return numbers; }
      public void setNumbers(int[] numbers) { this.numbers = numbers; }
      public OptionalInt getSize() { return size; }
      public void setSize(OptionalInt size) { this.size = size; }
      public TreeSet<String> getNames() { return names; }
      public void setNames(TreeSet<String> names) { this.names = names; }
      public @Nullable ArrayList<Part> getParts() { return parts; }
      public void setParts(@Nullable ArrayList<Part> parts) { this.parts = parts; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.Arrays;
    import java.util.Date;
    import java.util.OptionalInt;
    import java.util.OptionalLong;
    import java.util.SortedSet;
    import java.util.TreeSet;

    public class ShelfService {
      @ApiOperation("POST /shelves")
      public Shelf echoShelf(Shelf shelf) {
        return shelf;
      }

      @ApiOperation("POST /beans")
      public Bean echoBean(Bean bean) {
        return bean;
      }

      @ApiOperation("GET /sums/{since}")
      public long sum(Date since, int[] numbers, SortedSet<String> names, OptionalInt more, String... texts) {
        return since.getTime() + Arrays.stream(numbers).sum() + more.orElse(0)
            + names.size() + texts.length;
      }

      @ApiOperation("GET /sizes")
      public int[] listSizes(CharSequence... names) {
        return Arrays.stream(names).mapToInt(CharSequence::length).toArray();
      }

      @ApiOperation("GET /newest")
      public OptionalLong findNewest(OptionalLong than) {
        return than;
      }

      @ApiOperation("POST /sorted")
      public TreeSet<String> updateSorted(TreeSet<String> names, Date[] dates) {
        return names;
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ShelfService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/shelves", VALUES)).isEqualTo(EveryProtocol.json(VALUES));
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    JsonNode sent = withProtobufForms((ObjectNode) EveryProtocol.json(VALUES));
    ObjectNode expected = sent.deepCopy();
    expected.properties().removeIf(field -> field.getValue().isNull());
    assertThat(service.grpc("EchoShelf", "{\"shelf\": " + sent + "}").get("result"))
        .isEqualTo(expected);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    ObjectNode values = withEntries((ObjectNode) EveryProtocol.json(VALUES));
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : values.properties()) {
      fields.append(field.getKey()).append(selection(field.getKey())).append(' ');
    }
    assertThat(
            service.graphQl(
                "mutation ($shelf: ShelfInput!) { echoShelf(shelf: $shelf) { " + fields + " } }",
                Map.of("shelf", EveryProtocol.variables(values))))
        .isEqualTo(values);
  }

  @Test
  void arePropertiesOfBeans() {
    String bean = "{\"numbers\":[1,2],\"size\":3,\"names\":[\"a\"],\"parts\":[{\"name\":\"p\"}]}";
    JsonNode json = EveryProtocol.json(bean);
    assertThat(service.rest("POST", "/beans", bean)).isEqualTo(json);
    assertThat(service.grpc("EchoBean", "{\"bean\":" + bean + "}").get("result")).isEqualTo(json);
    assertThat(
            service.graphQl(
                "mutation ($bean: BeanInput!) {"
                    + " echoBean(bean: $bean) { numbers size names parts { name } } }",
                Map.of("bean", EveryProtocol.variables(json))))
        .isEqualTo(json);
  }

  @Test
  void areParametersOfPathsAndQueries() {
    assertThat(
            service
                .rest(
                    "GET",
                    "/sums/1970-01-01T00:00:01Z?numbers=1&numbers=2&names=a&names=a&more=4&texts=x",
                    "")
                .asLong())
        .isEqualTo(1000 + 3 + 1 + 4 + 1);
    assertThat(service.rest("GET", "/sizes?names=a&names=bcd", "").toString()).isEqualTo("[1,3]");
    assertThat(service.rest("GET", "/newest?than=5", "").toString()).isEqualTo("5");
    assertThat(service.rest("GET", "/newest", "").toString()).isEqualTo("null");
    assertThat(
            service
                .rest("POST", "/sorted", "{\"names\":[\"b\",\"a\",\"b\"],\"dates\":[]}")
                .toString())
        .isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void areArgumentsAndResultsOnTheOtherProtocols() {
    assertThat(
            service.grpc(
                "Sum",
                "{\"since\": \"1970-01-01T00:00:01Z\", \"numbers\": [1, 2], \"names\": [\"a\"]}"))
        .isEqualTo(EveryProtocol.json("{\"result\": \"1004\"}"));
    assertThat(service.grpc("FindNewest", "{}")).isEqualTo(EveryProtocol.json("{}"));
    assertThat(service.grpc("FindNewest", "{\"than\": 5}"))
        .isEqualTo(EveryProtocol.json("{\"result\": \"5\"}"));
    assertThat(
            service.graphQl(
                "{ sum(since: \"1970-01-01T00:00:01Z\", numbers: [1, 2], names: [\"a\"],"
                    + " texts: [\"x\"]) }",
                Map.of()))
        .hasToString("1005");
    assertThat(service.graphQl("{ listSizes(names: [\"abc\"]) }", Map.of())).hasToString("[3]");
    assertThat(service.graphQl("{ findNewest(than: 5) }", Map.of())).hasToString("5");
    assertThat(service.graphQl("{ findNewest }", Map.of())).hasToString("null");
  }

  @Test
  void refuseTimesThatADateCannotHold() {
    String far = VALUES.replace("2026-01-31T23:59:59.123Z", "+999999999-01-01T00:00:00Z");
    assertThat(service.rest("POST", "/shelves", far).toString())
        .contains("\"status\":400", "\"field\":\"shelf.date\"", "within 292 million years");
  }

  @Test
  void areDescribedLikeWhatTheyTravelAs() {
    JsonNode properties =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Shelf/properties");
    assertThat(properties.at("/ints/items/format").asText()).isEqualTo("int32");
    assertThat(properties.at("/sortedSet/uniqueItems").asBoolean()).isTrue();
    assertThat(properties.at("/date/format").asText()).isEqualTo("date-time");
    assertThat(properties.at("/maybeLong/type").toString()).isEqualTo("[\"integer\",\"null\"]");
    assertThat(service.compilation().resource("acme/v1/shelf.proto"))
        .contains(
            "repeated int32 ints = 1;",
            "optional int32 maybe_int = 14;",
            "google.protobuf.Timestamp date = 33;",
            "repeated google.protobuf.Timestamp dates = 36;");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  private static String selection(String field) {
    return switch (field) {
      case "parts", "linkedList", "linkedHashSet" -> " { name }";
      case "sortedMap" -> " { key value { name } }";
      case "datesByName", "treeMap", "concurrentMap", "hashMapOrNull", "byText" -> " { key value }";
      default -> "";
    };
  }

  /** Protobuf's enums have longer names, its 64-bit numbers and its decimals are text. */
  private static JsonNode withProtobufForms(ObjectNode values) {
    return EveryProtocol.json(
        values
            .toString()
            .replace("\"RED\"", "\"COLOR_RED\"")
            .replace("\"GREEN\"", "\"COLOR_GREEN\"")
            .replace("\"longsOrNull\":[5]", "\"longsOrNull\":[\"5\"]")
            .replace("\"maybeLong\":4", "\"maybeLong\":\"4\"")
            .replace("\"prices\":[1.25]", "\"prices\":[\"1.25\"]"));
  }

  /** Maps as GraphQL has them. */
  private static ObjectNode withEntries(ObjectNode values) {
    for (String name :
        new String[] {
          "datesByName", "treeMap", "sortedMap", "concurrentMap", "hashMapOrNull", "byText"
        }) {
      ArrayNode entries = JsonNodeFactory.instance.arrayNode();
      for (Map.Entry<String, JsonNode> entry : values.get(name).properties()) {
        JsonNode key =
            name.equals("sortedMap")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(entry.getKey()))
                : JsonNodeFactory.instance.textNode(entry.getKey());
        entries.addObject().<ObjectNode>set("key", key).set("value", entry.getValue());
      }
      values.set(name, entries);
    }
    return values;
  }
}
