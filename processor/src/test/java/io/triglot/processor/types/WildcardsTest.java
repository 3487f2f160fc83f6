package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections of a type or any below it travel as those of that type. */
class WildcardsTest {
  private static final String[] SOURCES = {
    """
    package com.acme;

    import java.util.Collection;
    import java.util.List;
    import java.util.Map;
    import java.util.Set;
    import org.jspecify.annotations.NullMarked;
    import org.jspecify.annotations.Nullable;

    @NullMarked
    public record Shelf(
        List<? extends Number2> numbers,
        Set<? extends String> labels,
        Collection<? extends Number2> more,
        Iterable<? extends String> lines,
        Map<String, ? extends Number2> byName,
        Map<String, List<? extends Number2>> lists,
        @Nullable List<? extends Number2> maybe) {}
    """,
    """
    package com.acme;

    import org.jspecify.annotations.NullMarked;

    @NullMarked
    public record Number2(int value) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.List;
    import java.util.Map;
    import org.jspecify.annotations.NullMarked;

    @NullMarked
    public class ShelfService {
      @ApiOperation("POST /shelf") public Shelf sendShelf(Shelf shelf) { return shelf; }

      @ApiOperation("POST /list")
      public List<? extends Number2> sendList(List<? extends Number2> numbers) { return numbers; }

      @ApiOperation("POST /map")
      public Map<String, ? extends Number2> sendMap(Map<String, ? extends Number2> numbers) {
        return numbers;
      }
    }
    """
  };

  private static final String SHELF =
      "{\"numbers\":[{\"value\":1},{\"value\":2}],\"labels\":[\"a\",\"b\"],"
          + "\"more\":[{\"value\":3}],\"lines\":[\"c\"],\"byName\":{\"x\":{\"value\":4}},"
          + "\"lists\":{\"y\":[{\"value\":5}]},\"maybe\":null}";

  @RegisterExtension
  static final CompiledService SERVICE = new CompiledService("com.acme.ShelfService", SOURCES);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void compileWithoutAWarning(CompilerKind kind) {
    assertThat(kind.in(directory).compile(SOURCES).requireSuccess().resource("acme/v1/shelf.proto"))
        .contains("repeated Number2 numbers = 1;", "map<string, Number2> by_name = 5;");
  }

  @Test
  void travelOnRest() {
    assertThat(SERVICE.rest("POST", "/shelf", SHELF)).isEqualTo(EveryProtocol.json(SHELF));
    assertThat(SERVICE.rest("POST", "/list", "{\"numbers\":[{\"value\":1}]}").toString())
        .isEqualTo("[{\"value\":1}]");
    assertThat(SERVICE.rest("POST", "/map", "{\"numbers\":{\"a\":{\"value\":1}}}").toString())
        .isEqualTo("{\"a\":{\"value\":1}}");
  }

  @Test
  void travelOnGraphQl() {
    JsonNode answer =
        SERVICE.graphQl(
            "mutation { sendShelf(shelf: {numbers: [{value: 1}], labels: [\"a\"], more: [{value: 3}],"
                + " lines: [\"c\"], byName: [{key: \"x\", value: {value: 4}}],"
                + " lists: [{key: \"y\", value: [{value: 5}]}], maybe: [{value: 6}]}) {"
                + " numbers { value } labels more { value } lines byName { key value { value } }"
                + " lists { key value { value } } maybe { value } } }",
            Map.of());

    assertThat(answer.toString())
        .isEqualTo(
            "{\"numbers\":[{\"value\":1}],\"labels\":[\"a\"],\"more\":[{\"value\":3}],"
                + "\"lines\":[\"c\"],\"byName\":[{\"key\":\"x\",\"value\":{\"value\":4}}],"
                + "\"lists\":[{\"key\":\"y\",\"value\":[{\"value\":5}]}],"
                + "\"maybe\":[{\"value\":6}]}");
    assertThat(
            SERVICE
                .graphQl("mutation { sendList(numbers: [{value: 1}]) { value } }", Map.of())
                .toString())
        .isEqualTo("[{\"value\":1}]");
  }

  @Test
  void travelOnGrpc() {
    JsonNode answer =
        SERVICE
            .grpc(
                "SendShelf",
                "{\"shelf\":{\"numbers\":[{\"value\":1}],\"labels\":[\"a\"],"
                    + "\"byName\":{\"x\":{\"value\":4}},\"lists\":{\"y\":{\"values\":"
                    + "[{\"value\":5}]}},\"maybe\":[{\"value\":6}]}}")
            .get("result");

    assertThat(answer.get("numbers").toString()).isEqualTo("[{\"value\":1}]");
    assertThat(answer.get("byName").toString()).isEqualTo("{\"x\":{\"value\":4}}");
    assertThat(answer.get("lists").toString()).isEqualTo("{\"y\":{\"values\":[{\"value\":5}]}}");
    assertThat(SERVICE.grpc("SendMap", "{\"numbers\":{\"a\":{\"value\":1}}}").toString())
        .isEqualTo("{\"result\":{\"a\":{\"value\":1}}}");
  }
}
