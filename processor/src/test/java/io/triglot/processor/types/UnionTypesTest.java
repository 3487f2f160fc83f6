package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.StatusRuntimeException;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sealed hierarchies: values of one of several types, which every protocol tells apart. */
class UnionTypesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    /** What can be drawn. */
    public sealed interface Shape permits Circle, Polygon, Shape.Dot {
      /** What people call it. */
      String label();

      record Dot(String label) implements Shape {}
    }
    """,
    "package com.acme;\npublic record Circle(String label, double radius) implements Shape {}",
    "package com.acme;\npublic sealed interface Polygon extends Shape permits Triangle, Square {}",
    """
    package com.acme;

    public final class Square implements Polygon {
      private String label = "";
      private int side;

      public String getLabel() { return label; }
      public void setLabel(String label) { this.label = label; }
      @Override public String label() { return label; }
      public int getSide() { return side; }
      public void setSide(int side) { this.side = side; }
    }
    """,
    """
    package com.acme;

    @io.triglot.ApiType(number = 9)
    public record Triangle(String label, int a, int b, int c) implements Polygon {}
    """,
    """
    package com.acme;

    import org.jspecify.annotations.Nullable;

    public sealed interface Expr {
      record Sum(Expr left, Expr right) implements Expr {}

      record Constant(int number) implements Expr {}

      record Negation(@Nullable Expr of) implements Expr {}
    }
    """,
    """
    package com.acme;

    @io.triglot.ApiType(discriminator = "kind")
    public sealed interface Result<T> {
      record Ok<T>(T value) implements Result<T> {}

      record Failed<T>(String type) implements Result<T> {}
    }
    """,
    """
    package com.acme;

    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Drawing(
        Shape main,
        @Nullable Shape background,
        Optional<Shape> frame,
        List<Shape> shapes,
        Map<String, Shape> named,
        List<List<Shape>> layers,
        Polygon polygon,
        Circle circle) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiBatch;
    import io.triglot.ApiOperation;
    import java.util.LinkedHashMap;
    import java.util.List;
    import java.util.Map;
    import java.util.Set;

    public class ShapeService {
      @ApiOperation("POST /shapes")
      public Shape echoShape(Shape shape) { return shape; }

      @ApiOperation("POST /drawings")
      public Drawing echoDrawing(Drawing drawing) { return drawing; }

      @ApiOperation("POST /exprs")
      public Expr echoExpr(Expr expr) { return expr; }

      @ApiOperation("POST /results")
      public Result<Circle> echoResult(Result<Circle> result) { return result; }

      @ApiOperation("POST /lists")
      public List<Shape> echoShapes(List<Shape> shapes) { return shapes; }

      @ApiBatch
      public Map<Circle, String> color(Set<Circle> circles) {
        Map<Circle, String> colors = new LinkedHashMap<>();
        circles.forEach(circle -> colors.put(circle, circle.label() + " of " + circles.size()));
        return colors;
      }
    }
    """
  };

  private static final String CIRCLE = "{\"type\":\"Circle\",\"label\":\"c\",\"radius\":1.5}";
  private static final String DOT = "{\"type\":\"Dot\",\"label\":\"d\"}";
  private static final String SQUARE = "{\"type\":\"Square\",\"label\":\"s\",\"side\":3}";
  private static final String TRIANGLE =
      "{\"type\":\"Triangle\",\"label\":\"t\",\"a\":3,\"b\":4,\"c\":5}";
  private static final JsonNode DRAWING =
      EveryProtocol.json(
          """
          {"main": %1$s, "background": %2$s, "frame": %3$s, "shapes": [%1$s, %2$s, %3$s, %4$s],
           "named": {"a": %4$s, "b": %1$s}, "layers": [[%1$s], [], [%2$s, %3$s]],
           "polygon": %3$s, "circle": {"label": "alone", "radius": 2.5}}
          """
              .formatted(CIRCLE, DOT, SQUARE, TRIANGLE));
  private static final String EXPR =
      """
      {"type": "Sum",
       "left": {"type": "Constant", "number": 1},
       "right": {"type": "Negation", "of": {"type": "Sum",
         "left": {"type": "Negation", "of": null},
         "right": {"type": "Constant", "number": 2}}}}
      """;

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ShapeService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/drawings", DRAWING.toString())).isEqualTo(DRAWING);
    assertThat(service.rest("POST", "/exprs", EXPR)).isEqualTo(EveryProtocol.json(EXPR));
    JsonNode bare = EveryProtocol.json(DRAWING.toString());
    ((ObjectNode) bare).putNull("background").putNull("frame");
    assertThat(service.rest("POST", "/drawings", bare.toString())).isEqualTo(bare);
  }

  @Test
  void areTaggedFirstInJson() {
    assertThat(service.rest("POST", "/shapes", CIRCLE).toString()).isEqualTo(CIRCLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"label\":\"c\",\"radius\":1.5,\"type\":\"Circle\"}",
        "{\"label\":\"c\",\"type\":\"Circle\",\"radius\":1.5}",
        "{\"radius\":1.5,\"type\":\"Circle\",\"type\":\"Square\",\"label\":\"c\"}"
      })
  void areToldByTheirTagWhereverItStands(String sent) {
    assertThat(service.rest("POST", "/shapes", sent).toString()).isEqualTo(CIRCLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|shapes[1].type|is required; expected one of Circle, Triangle, Square, Dot",
        "{\"type\":null}|shapes[1].type|is required; expected one of Circle, Triangle, Square, Dot",
        "{\"type\":\"Cube\",\"x\":1}|shapes[1].type|"
            + "expected one of Circle, Triangle, Square, Dot, got \"Cube\"",
        "{\"type\":\"com.acme.Circle\"}|shapes[1].type|"
            + "expected one of Circle, Triangle, Square, Dot, got \"com.acme.Circle\"",
        "{\"radius\":\"far\",\"label\":\"x\",\"type\":\"Circle\"}|shapes[1].radius|"
            + "expected a number, got \"far\"",
        "{\"radius\":1,\"side\":2,\"type\":\"Circle\"}|shapes[1].side|"
            + "is not a known field; expected label, radius",
        "{\"type\":\"Circle\",\"radius\":1}|shapes[1].label|is required",
        "7|shapes[1]|expected an object, got 7",
        "null|shapes[1]|expected an object, got null"
      })
  void areRefusedOnRestWithThePathOfTheFault(String sent, String path, String problem) {
    JsonNode answer =
        service.rest("POST", "/lists", "{\"shapes\":[%s, %s]}".formatted(SQUARE, sent));
    assertThat(answer.get("status").asInt()).isEqualTo(400);
    assertThat(answer.get("violations").get(0).get("field").asText()).isEqualTo(path);
    assertThat(answer.get("violations").get(0).get("description").asText()).isEqualTo(problem);
  }

  @Test
  void areLookedThroughForTheirTagsOnlySoOften() {
    String nested = "{\"of\":null,\"type\":\"Negation\"}";
    for (int i = 0; i < 150; i++) {
      nested = "{\"of\":" + nested + ",\"type\":\"Negation\"}";
    }
    assertThat(service.rest("POST", "/exprs", nested).toString()).contains("write it first");
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    String drawing =
        """
        {"main": {"circle": {"label": "c", "radius": 1.5}},
         "frame": {"square": {"label": "s", "side": 3}},
         "shapes": [{"dot": {"label": "d"}}, {"triangle": {"label": "t", "a": 3, "b": 4, "c": 5}}],
         "named": {"x": {"dot": {"label": ""}}},
         "layers": [{"values": [{"dot": {"label": "l"}}]}],
         "polygon": {"square": {"label": "", "side": 0}},
         "circle": {"label": "alone", "radius": 2.5}}
        """;
    assertThat(service.grpc("EchoDrawing", "{\"drawing\": " + drawing + "}").get("result"))
        .isEqualTo(EveryProtocol.json(drawing));
    String expr =
        """
        {"sum": {"left": {"constant": {"number": 1}},
                 "right": {"negation": {"of": {"negation": {}}}}}}
        """;
    assertThat(service.grpc("EchoExpr", "{\"expr\": " + expr + "}").get("result"))
        .isEqualTo(EveryProtocol.json(expr));
    String result = "{\"ok\": {\"value\": {\"label\": \"c\", \"radius\": 1}}}";
    assertThat(service.grpc("EchoResult", "{\"result\": " + result + "}").get("result").toString())
        .isEqualTo("{\"ok\":{\"value\":{\"label\":\"c\",\"radius\":1.0}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EchoShape|{}|shape: is required",
        "EchoShape|{\"shape\":{}}|shape: has none of circle, triangle, square, dot",
        "EchoShapes|{\"shapes\":[{\"dot\":{\"label\":\"x\"}},{}]}|"
            + "shapes[1]: has none of circle, triangle, square, dot",
        "EchoExpr|{\"expr\":{\"sum\":{\"left\":{\"constant\":{}},\"right\":{}}}}|"
            + "expr.sum.right: has none of sum, constant, negation"
      })
  void areRefusedOnGrpcWithThePathOfTheFault(String rpc, String sent, String problem) {
    assertThatThrownBy(() -> service.grpc(rpc, sent))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(problem);
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    String circle = "{\"circle\": {\"label\": \"c\", \"radius\": 1.5}}";
    String dot = "{\"dot\": {\"label\": \"d\"}}";
    String square = "{\"square\": {\"label\": \"s\", \"side\": 3}}";
    String triangle = "{\"triangle\": {\"label\": \"t\", \"a\": 3, \"b\": 4, \"c\": 5}}";
    String sent =
        """
        {"drawing": {"main": %1$s, "background": %2$s, "frame": %3$s,
          "shapes": [%1$s, %2$s, %3$s, %4$s],
          "named": [{"key": "a", "value": %4$s}, {"key": "b", "value": %1$s}],
          "layers": [[%1$s], [], [%2$s, %3$s]],
          "polygon": %3$s, "circle": {"label": "alone", "radius": 2.5}}}
        """
            .formatted(circle, dot, square, triangle);
    String shape =
        " { type: __typename label ... on Circle { radius } ... on Square { side }"
            + " ... on Triangle { a b c } }";
    JsonNode received =
        service.graphQl(
            "mutation ($drawing: DrawingInput!) { echoDrawing(drawing: $drawing) { main"
                + shape
                + " background"
                + shape
                + " frame"
                + shape
                + " shapes"
                + shape
                + " named { key value"
                + shape
                + " } layers"
                + shape
                + " polygon { type: __typename label ... on Square { side } }"
                + " circle { label radius } } }",
            EveryProtocol.variables(EveryProtocol.json(sent)));
    JsonNode expected = EveryProtocol.json(DRAWING.toString());
    ((ObjectNode) expected)
        .set(
            "named",
            EveryProtocol.json(
                "[{\"key\":\"a\",\"value\":%s},{\"key\":\"b\",\"value\":%s}]"
                    .formatted(TRIANGLE, CIRCLE)));
    assertThat(received).isEqualTo(expected);
  }

  @Test
  void nestInThemselvesOnGraphQl() {
    assertThat(
            service.graphQl(
                "mutation { echoExpr(expr: {sum: {left: {constant: {number: 1}}, right: {negation:"
                    + " {of: {constant: {number: 2}}}}}}) { __typename ... on Sum { left { ... on"
                    + " Constant { number } } right { ... on Negation { of { ... on Constant {"
                    + " number } } } } } } }",
                Map.of()))
        .isEqualTo(
            EveryProtocol.json(
                "{\"__typename\":\"Sum\",\"left\":{\"number\":1},\"right\":{\"of\":{\"number\":2}}}"));
  }

  @Test
  void haveBatchedFieldsOfTheirMembersOnGraphQl() {
    assertThat(
            service.graphQl(
                "mutation { echoShapes(shapes: [{circle: {label: \"a\", radius: 1}}, {dot: {label:"
                    + " \"b\"}}, {circle: {label: \"c\", radius: 1}}]) { label ... on Circle {"
                    + " color } } }",
                Map.of()))
        .isEqualTo(
            EveryProtocol.json(
                "[{\"label\":\"a\",\"color\":\"a of 2\"},{\"label\":\"b\"},"
                    + "{\"label\":\"c\",\"color\":\"c of 2\"}]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{circle: null}",
        "{dot: {label: \"a\"}, circle: {label: \"b\", radius: 1}}",
        "{cube: {}}"
      })
  void areRefusedOnGraphQlUnlessThereIsExactlyOne(String sent) {
    JsonNode errors =
        service.graphQl("mutation { echoShape(shape: " + sent + ") { label } }", Map.of());
    assertThat(errors.isArray()).isTrue();
  }

  @Test
  void areMessagesWithAOneof() {
    assertThat(service.compilation().resource("acme/v1/shape.proto"))
        .contains(
            """
            // What can be drawn.
            message Shape {
              oneof kind {
                Circle circle = 1;
                Triangle triangle = 9;
                Square square = 2;
                Dot dot = 3;
              }
            }
            """);
  }

  @Test
  void areInterfacesOrUnionsInTheSchema() {
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("interface Shape {\n  \"\"\"What people call it.\"\"\"\n  label: String!\n}")
        .contains("type Circle implements Shape {")
        .contains("type Square implements Polygon & Shape {")
        .contains("union Expr = Sum | Constant | Negation\n")
        .contains("input ShapeInput @oneOf {\n  circle: CircleInput\n")
        .contains("union CircleResult = CircleOk | CircleFailed\n")
        .contains("input CircleResultInput @oneOf {\n  ok: CircleOkInput\n");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }
}
