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

        @ApiOperation(kind = io.triglot.runtime.OperationKind.MUTATION)
        public List<@Nullable Slot> fill(
            List<@Nullable Slot> slots,
            List<List<@Nullable String>> rows,
            @Nullable List<@Nullable Slot> more) {
          List<@Nullable Slot> all = new java.util.ArrayList<>(slots);
          rows.forEach(row -> row.forEach(each -> all.add(each == null ? null : new Slot(each, List.of()))));
          if (more != null) {
            all.addAll(more);
          }
          return all;
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
            "  fill(slots: [SlotInput]!, rows: [[String]!]!, more: [SlotInput]): [Slot]!\n",
            "  class: String!\n",
            "  sizes: [Int]!\n");
    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.Shelf").getConstructor().newInstance()));
    assertThat(execute(endpoint, "{ slots(default: \"a\") { class sizes number } }"))
        .isEqualTo("{data={slots=[{class=a, sizes=[4], number=1}, null]}}");
    assertThat(execute(endpoint, "mutation { createSlot(sizes: [1, null]) { sizes number } }"))
        .isEqualTo("{data={createSlot={sizes=[1, null], number=2}}}");
    String fill =
        "mutation($more: [SlotInput]) { fill(slots: [null, {class: \"a\", sizes: [null]}],"
            + " rows: [[\"b\", null], []], more: $more) { class sizes number } }";
    assertThat(execute(endpoint, fill))
        .isEqualTo(
            "{data={fill=[null, {class=a, sizes=[null], number=1},"
                + " {class=b, sizes=[], number=0}, null]}}");
    assertThat(
            execute(
                endpoint,
                fill.replace("($more: [SlotInput])", "")
                    .replace("$more)", "[null, {class: \"c\", sizes: []}])")))
        .contains("number=0}, null, null, {class=c, sizes=[], number=0}]}}");
    assertThat(execute(endpoint, fill.replace("sizes: [null]", "sizes: null"))).contains("errors=");
  }

  private static String execute(GraphQlEndpoint endpoint, String document) {
    return endpoint
        .execute(ExecutionInput.newExecutionInput(document).build())
        .toSpecification()
        .toString();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeIsSentAndReturnedUnderTwoNames(CompilerKind kind) throws ReflectiveOperationException {
    Compilation compilation =
        kind.in(directory)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiName;
                import io.triglot.ApiOperation;
                import io.triglot.runtime.OperationKind;

                public class Orders {
                  @ApiName(graphqlInput = "OrderRequest")
                  public record Order(String name) {}

                  @ApiName(graphqlInput = "OrderInputInput")
                  public record OrderInput(String name) {}

                  @ApiOperation(value = "POST /a", kind = OperationKind.MUTATION)
                  public Order both(Order order) { return order; }

                  @ApiOperation(value = "POST /b", kind = OperationKind.MUTATION)
                  public OrderInput request(OrderInput order) { return order; }
                }
                """)
            .requireSuccess();

    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.Orders").getConstructor().newInstance()));
    assertThat(endpoint.sdl())
        .contains(
            "both(order: OrderRequest): Order\n", "request(order: OrderInputInput): OrderInput\n")
        .contains("type OrderInput {", "input OrderInputInput {", "input OrderRequest {");
  }

  @ParameterizedTest
  @EnumSource
  void aValueOfAnEnumIsNoLiteral(CompilerKind kind) {
    Compilation compilation =
        kind.in(directory)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiName;
                import io.triglot.ApiOperation;
                import io.triglot.runtime.OperationKind;

                public class Orders {
                  public enum Answer { @ApiName(graphql = "true") YES, @ApiName(graphql = "not") NO }

                  @ApiOperation(value = "GET /a", kind = OperationKind.QUERY)
                  public Answer answer() { return Answer.YES; }
                }
                """);

    assertThat(String.join("", compilation.diagnostics()))
        .contains(
            "[TriglotInvalidName] The name \"true\" of Orders.Answer.YES cannot be said in GraphQL.")
        .doesNotContain("\"not\"");
  }
}
