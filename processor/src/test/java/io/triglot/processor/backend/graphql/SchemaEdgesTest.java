package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Elements that may be null, names that Java keeps for itself, and hints, by each compiler. */
class SchemaEdgesTest {
  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiBatch;
      import io.triglot.ApiField;
      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.Protocol;
      import java.util.List;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @ApiService(protocols = {Protocol.REST, Protocol.GRAPHQL})
      public class Shelf {
        public record Slot(@ApiField(name = "class") String kind, List<@Nullable Integer> sizes) {}

        @ApiOperation(maxAgeSeconds = 60, publicCache = true, cost = 7)
        public List<@Nullable Slot> slots(@ApiField(name = "default") String kind) {
          return java.util.Arrays.asList(new Slot(kind, List.of(4)), null);
        }

        @ApiOperation
        public Slot createSlot(List<@Nullable Integer> sizes) {
          return new Slot("new", sizes);
        }

        @ApiBatch(cost = 3)
        public List<Integer> number(List<Slot> slots) {
          return slots.stream().map(slot -> slot.sizes().size()).toList();
        }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void elementsMayBeNullAndNamesMayBeKeywords(CompilerKind kind)
      throws ReflectiveOperationException {
    Compilation compilation = kind.in(directory).compile(SERVICE).requireSuccess();

    assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains(
            "  slots(default: String!): [Slot]!\n",
            "  createSlot(sizes: [Int]!): Slot!\n",
            "  class: String!\n",
            "  sizes: [Int]!\n");
    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.Shelf").getConstructor().newInstance()));
    assertThat(execute(endpoint, "{ slots(default: \"a\") { class sizes number } }"))
        .isEqualTo("{data={slots=[{class=a, sizes=[4], number=1}, null]}}");
    assertThat(execute(endpoint, "mutation { createSlot(sizes: [1, null]) { sizes number } }"))
        .isEqualTo("{data={createSlot={sizes=[1, null], number=2}}}");
  }

  private static String execute(GraphQlEndpoint endpoint, String document) {
    return endpoint
        .execute(ExecutionInput.newExecutionInput(document).build())
        .toSpecification()
        .toString();
  }
}
