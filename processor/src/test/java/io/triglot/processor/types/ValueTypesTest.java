package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.TestCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user's own values: of one text or number, by a converter, or as text by annotation. */
class ValueTypesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.fasterxml.jackson.annotation;

    public @interface JsonValue {}
    """,
    """
    package com.acme;

    public final class Sku {
      private final String text;

      private Sku(String text) { this.text = text; }

      public static Sku of(String text) {
        if (!text.matches("[A-Z]+-[0-9]+")) {
          throw new IllegalArgumentException("secret");
        }
        return new Sku(text);
      }

      @Override public String toString() { return text; }
      @Override public boolean equals(Object o) { return o instanceof Sku s && s.text.equals(text); }
      @Override public int hashCode() { return text.hashCode(); }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonValue;

    public record Quantity(@JsonValue int amount) {
      public Quantity {
        if (amount < 0) {
          throw new IllegalArgumentException();
        }
      }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonValue;

    public final class OrderId {
      private final String value;
      public OrderId(String value) { this.value = value; }
      @JsonValue public String value() { return value; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiType;
    import java.math.BigDecimal;

    @ApiType(converter = MoneyConverter.class)
    public record Money(String currency, BigDecimal amount) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiConverter;
    import java.math.BigDecimal;

    public class MoneyConverter implements ApiConverter<Money, String> {
      @Override public String toApi(Money money) { return money.currency() + " " + money.amount(); }
      @Override public Money fromApi(String text) {
        return new Money(text.substring(0, 3), new BigDecimal(text.substring(4)));
      }
    }
    """,
    """
    package com.acme;

    public record Point(int x, int y) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiConverter;
    import java.awt.Dimension;

    public class DimensionConverter implements ApiConverter<Dimension, Point> {
      @Override public Point toApi(Dimension d) { return new Point(d.width, d.height); }
      @Override public Dimension fromApi(Point p) { return new Dimension(p.x(), p.y()); }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import java.awt.Dimension;
    import java.math.BigDecimal;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.regex.Pattern;
    import org.jspecify.annotations.Nullable;

    public record Line(
        OrderId id,
        Sku sku, @Nullable Sku skuOrNull, Optional<Sku> maybeSku, List<Sku> skus, Sku[] skuArray,
        Map<String, Sku> skusByName, Map<Sku, Integer> countsBySku,
        Quantity quantity, @Nullable Quantity quantityOrNull, List<Quantity> quantities,
        Map<Quantity, Quantity> quantityMap,
        Money price, @Nullable Money priceOrNull, Optional<Money> maybePrice, List<Money> prices,
        @ApiField(converter = DimensionConverter.class) Dimension size,
        @ApiField(converter = DimensionConverter.class) @Nullable Dimension sizeOrNull,
        @ApiField(converter = DimensionConverter.class) List<Dimension> sizes,
        @ApiField(as = ApiField.Form.TEXT) long number,
        @ApiField(as = ApiField.Form.TEXT) List<BigDecimal> decimals,
        @ApiField(as = ApiField.Form.TEXT) Optional<StringBuilder> builder) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.ApiOperation;
    import java.util.List;

    public class LineService {
      @ApiOperation("POST /lines")
      public Line echoLine(Line line) {
        return line;
      }

      @ApiOperation("GET /lines/{id}/{sku}")
      public String text(
          OrderId id, Sku sku, Money price, List<Quantity> quantities,
          @ApiField(as = ApiField.Form.TEXT) double factor) {
        return id.value() + sku + price.amount() + quantities.size() + factor;
      }

      @ApiOperation("GET /price")
      public Money findPrice(Money more) {
        return more;
      }
    }
    """
  };

  private static final String VALUES =
      """
      {"id": "o1", "sku": "AB-1", "skuOrNull": "AB-2", "maybeSku": "AB-3", "skus": ["A-1", "B-2"],
       "skuArray": ["C-3"], "skusByName": {"a": "D-4"}, "countsBySku": {"E-5": 5},
       "quantity": 0, "quantityOrNull": 4, "quantities": [1, 2], "quantityMap": {"1": 2},
       "price": "EUR 1.50", "priceOrNull": "EUR 2.50", "maybePrice": "EUR 3.50",
       "prices": ["USD 1", "USD 2"], "size": {"x": 1, "y": 2}, "sizeOrNull": {"x": 3, "y": 4},
       "sizes": [{"x": 5, "y": 6}], "number": "9007199254740993", "decimals": ["1.50"],
       "builder": "hello"}
      """;

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.LineService", SOURCES);

  @Test
  void comeBackOnRestAsTheyWereSent() {
    assertThat(service.rest("POST", "/lines", VALUES)).isEqualTo(EveryProtocol.json(VALUES));
    ObjectNode empty = (ObjectNode) EveryProtocol.json(VALUES);
    for (String name :
        new String[] {
          "skuOrNull",
          "maybeSku",
          "quantityOrNull",
          "priceOrNull",
          "maybePrice",
          "sizeOrNull",
          "builder"
        }) {
      empty.putNull(name);
    }
    assertThat(service.rest("POST", "/lines", empty.toString())).isEqualTo(empty);
  }

  @Test
  void comeBackOnGrpcAsTheyWereSent() {
    assertThat(service.grpc("EchoLine", "{\"line\": " + VALUES + "}").get("result"))
        .isEqualTo(EveryProtocol.json(VALUES));
  }

  @Test
  void comeBackOnGraphQlAsTheyWereSent() {
    ObjectNode values = (ObjectNode) EveryProtocol.json(VALUES);
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : values.properties()) {
      fields.append(field.getKey());
      if (field.getKey().startsWith("size")) {
        fields.append(" { x y }");
      }
      if (field.getKey().matches("skusByName|countsBySku|quantityMap")) {
        fields.append(" { key value }");
        field.setValue(entries(field.getKey(), field.getValue()));
      }
      fields.append(' ');
    }
    assertThat(
            service.graphQl(
                "mutation ($line: LineInput!) { echoLine(line: $line) { " + fields + "} }",
                Map.of("line", EveryProtocol.variables(values))))
        .isEqualTo(values);
  }

  @Test
  void areParametersOfPathsAndQueries() {
    assertThat(
            service
                .rest(
                    "GET",
                    "/lines/o1/AB-1?price=EUR%201.5&quantities=1&quantities=2&factor=0.5",
                    "")
                .asText())
        .isEqualTo("o1AB-11.520.5");
    assertThat(service.rest("GET", "/price?more=EUR%202", "").asText()).isEqualTo("EUR 2");
    assertThat(service.graphQl("{ findPrice(more: \"EUR 2\") }", Map.of()).asText())
        .isEqualTo("EUR 2");
  }

  @Test
  void refuseWhatTheyCannotBeMadeOf() {
    String wrong = VALUES.replace("[\"A-1\", \"B-2\"]", "[\"A-1\", \"b\"]");
    assertThat(service.rest("POST", "/lines", wrong).toString())
        .contains("\"status\":400", "\"field\":\"line.skus[1]\"", "expected a valid Sku")
        .doesNotContain("secret");
    assertThatThrownBy(() -> service.grpc("EchoLine", "{\"line\": " + wrong + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("line.skus[1]", "must be a valid Sku");
    String short_ = VALUES.replace("EUR 1.50", "E");
    assertThat(service.rest("POST", "/lines", short_).toString())
        .contains("\"field\":\"line.price\"", "expected a valid Money");
    assertThatThrownBy(() -> service.grpc("EchoLine", "{\"line\": " + short_ + "}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("line.price", "must be a valid Money");
    assertThat(service.graphQl("{ findPrice(more: \"E\") }", Map.of()).toString())
        .contains("must be a valid Money", "\"code\":\"INVALID_ARGUMENT\"");
    assertThat(
            service
                .rest("POST", "/lines", VALUES.replace("\"quantity\": 0", "\"quantity\": -1"))
                .toString())
        .contains("\"field\":\"line.quantity\"", "expected a valid Quantity, got -1");
  }

  @Test
  void refuseParametersByNameValueAndExpectation() {
    String line = "/lines/o1/AB-1?price=EUR%201&quantities=1&factor=0.5";

    assertRefused("/price?more=E", "more", "expected a valid Money, got \"E\"");
    assertRefused("/price?more=EUR%20x", "more", "expected a valid Money, got \"EUR x\"");
    assertRefused(line.replace("AB-1", "b"), "sku", "expected a valid Sku, got \"b\"");
    assertRefused(
        line.replace("quantities=1", "quantities=1&quantities=-1"),
        "quantities[1]",
        "expected a valid Quantity, got \"-1\"");
  }

  private static void assertRefused(String target, String field, String description) {
    JsonNode problem = service.rest("GET", target, "");

    assertThat(problem.at("/status").asInt()).isEqualTo(400);
    assertThat(problem.at("/code").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/violations/0/description").asText()).isEqualTo(description);
  }

  @Test
  void areDescribedLikeWhatTheyTravelAs() {
    JsonNode properties =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Line/properties");
    assertThat(properties.at("/sku/type").asText()).isEqualTo("string");
    assertThat(properties.at("/quantity/format").asText()).isEqualTo("int32");
    assertThat(properties.at("/size/$ref").asText()).isEqualTo("#/components/schemas/Point");
    assertThat(service.compilation().resource("acme/v1/line.proto"))
        .contains(
            "string id = 1;",
            "string sku = 2;",
            "int32 quantity = 9;",
            "Point size = 17;",
            "string number = 20;");
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("id: ID!", "price: String!", "size: Point!")
        .doesNotContain("type Money", "type Sku");
  }

  @Test
  void compileOnTheOtherCompilerToo() {
    TestCompiler.ecj(service.directory().resolve("ecj")).compile(SOURCES).requireSuccess();
  }

  private static ArrayNode entries(String field, JsonNode map) {
    ArrayNode entries = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      ObjectNode node = entries.addObject();
      if (field.equals("quantityMap")) {
        node.put("key", Integer.parseInt(entry.getKey()));
      } else {
        node.put("key", entry.getKey());
      }
      node.set("value", entry.getValue());
    }
    return entries;
  }
}
