package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fields with arguments: methods of types, and batched ones. */
class FieldArgumentsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.ApiField;
    import jakarta.annotation.security.RolesAllowed;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Max;
    import jakarta.validation.constraints.Size;
    import jakarta.ws.rs.DefaultValue;
    import java.math.BigDecimal;
    import org.jspecify.annotations.Nullable;

    public record Product(String id, BigDecimal price) {
      public record Rounding(int digits, @DefaultValue("true") boolean up) {}

      /**
       * The price in another currency.
       *
       * @param currency which one
       */
      @ApiField(name = "priceIn")
      public String price(
          java.util.Currency currency, @DefaultValue("2") int digits, @Nullable Rounding rounding) {
        return currency + " " + digits + " " + rounding;
      }

      @ApiField
      public @Nullable Product similar(String arguments, int source) {
        return source < 0 ? null : new Product(id + arguments + source, price);
      }

      @RolesAllowed("admin")
      @ApiField
      public @Nullable String secret(int level) { return "s" + level; }

      @ApiField
      public String label(@Max(9) int size, @Valid Words words) { return id + size + words.text(); }

      public record Words(@Size(min = 2) String text) {}

      public String none(int ignored) { return ""; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiField;

    public sealed interface Shape {
      @ApiField
      double area(double scale);

      record Circle(double radius) implements Shape {
        @Override
        public double area(double scale) { return radius * scale; }
      }

      record Square(double side) implements Shape {
        @Override
        public double area(double scale) { return side * side * scale; }
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiBatch;
    import io.triglot.ApiOperation;
    import io.triglot.Cursor;
    import io.triglot.Page;
    import io.triglot.PageRequest;
    import jakarta.validation.constraints.Size;
    import jakarta.ws.rs.DefaultValue;
    import java.math.BigDecimal;
    import java.util.ArrayList;
    import java.util.LinkedHashMap;
    import java.util.List;
    import java.util.Map;
    import java.util.Set;
    import java.util.stream.IntStream;
    import org.jspecify.annotations.Nullable;

    @jakarta.annotation.security.PermitAll
    public class ProductService {
      private final List<String> calls = new ArrayList<>();

      @ApiOperation
      public List<Product> products() {
        return List.of(new Product("a", BigDecimal.ONE), new Product("b", BigDecimal.TEN));
      }

      @ApiOperation(kind = io.triglot.runtime.OperationKind.QUERY)
      public List<Shape> shapes() { return List.of(new Shape.Circle(2), new Shape.Square(3)); }

      /**
       * Who buys it.
       *
       * @param prefix what their names begin with
       */
      @ApiBatch
      public Map<Product, Page<String>> buyers(
          Set<Product> products, PageRequest page, @DefaultValue("x") @Size(max = 1) String prefix) {
        Map<Product, Page<String>> buyers = new LinkedHashMap<>();
        calls.add("buyers " + products.size() + " " + prefix);
        for (Product product : products) {
          List<String> found =
              IntStream.rangeClosed(1, page.size(2, 3) + 1)
                  .mapToObj(i -> prefix + product.id() + i)
                  .toList();
          buyers.put(product, Page.of(page, page.size(2, 3), found, Cursor::of));
        }
        return buyers;
      }

      @ApiBatch
      public List<@Nullable String> stock(List<Product> products, String place, Product.Rounding how) {
        calls.add("stock " + products.size() + " " + place);
        if (place.equals("nowhere")) {
          throw new IllegalStateException("there is no such place");
        }
        return products.stream().map(each -> place + each.id() + how.up()).toList();
      }

      @ApiOperation("POST /calls")
      public List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ProductService", SOURCES);

  @Test
  void areAnsweredByMethodsOfTypes() {
    JsonNode products =
        service.graphQl(
            "query($c: Currency!, $n: Int) { products { id price"
                + " euro: priceIn(currency: $c, digits: $n, rounding: {digits: 4})"
                + " dollar: priceIn(currency: \"USD\", digits: 3)"
                + " similar(arguments: \"-\", source: 1) { id }"
                + " none: similar(arguments: \"-\", source: -1) { id } } }",
            Map.of("c", "EUR"));
    assertThat(products.get(1))
        .isEqualTo(
            EveryProtocol.json(
                """
                {"id": "b", "price": 10, "euro": "EUR 2 Rounding[digits=4, up=true]",
                 "dollar": "USD 3 null", "similar": {"id": "b-1"}, "none": null}
                """));
  }

  @Test
  void areForThoseWhoMayHaveThem() {
    String query = "{ products { secret(level: 1) } }";
    assertThat(service.graphQl(query, Map.of()).toString()).contains("UNAUTHENTICATED");
    assertThat(service.as("admin").graphQl(query, Map.of()).get(0).at("/secret").asText())
        .isEqualTo("s1");
    service.as();
  }

  @Test
  void areCheckedBeforeTheMethodRuns() {
    assertThat(
            service
                .graphQl("{ products { label(size: 3, words: {text: \"xy\"}) } }", Map.of())
                .at("/0/label")
                .asText())
        .isEqualTo("a3xy");
    JsonNode errors =
        service.graphQl("{ products { label(size: 10, words: {text: \"x\"}) } }", Map.of());
    assertThat(errors.at("/0/extensions/code").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(errors.at("/0/extensions/violations").findValuesAsText("field"))
        .containsExactly("size", "words.text");
    assertThat(
            service
                .graphQl("{ products { buyers(prefix: \"xyz\") { nodes } } }", Map.of())
                .toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"prefix\"");
  }

  @Test
  void areFieldsOfInterfaces() {
    assertThat(service.graphQl("{ shapes { area(scale: 2) } }", Map.of()))
        .isEqualTo(EveryProtocol.json("[{\"area\": 4.0}, {\"area\": 18.0}]"));
  }

  @Test
  void areLoadedOnceForAllParentsAndEachOfTheArguments() {
    service.rest("POST", "/calls", "");
    JsonNode products =
        service.graphQl(
            "{ products { two: buyers { nodes } one: buyers(first: 1, prefix: \"y\") { nodes"
                + " pageInfo { hasNextPage } }"
                + " again: buyers { nodes } stock(place: \"p\", how: {digits: 1, up: false})"
                + " similar(arguments: \"-\", source: 1) { stock(place: \"p\","
                + " how: {digits: 1, up: false}) } } }",
            Map.of());
    assertThat(products.get(0).toString())
        .isEqualTo(
            "{\"two\":{\"nodes\":[\"xa1\",\"xa2\"]},\"one\":{\"nodes\":[\"ya1\"],"
                + "\"pageInfo\":{\"hasNextPage\":true}},\"again\":{\"nodes\":[\"xa1\",\"xa2\"]},"
                + "\"stock\":\"pafalse\",\"similar\":{\"stock\":\"pa-1false\"}}");
    assertThat(service.rest("POST", "/calls", ""))
        .map(JsonNode::asText)
        .containsExactlyInAnyOrder("buyers 2 x", "buyers 2 y", "stock 4 p");
  }

  @Test
  void failByThemselves() {
    JsonNode response =
        service
            .protocols()
            .graphQlResponse(
                "{ products { good: stock(place: \"p\", how: {digits: 1})"
                    + " bad: stock(place: \"nowhere\", how: {digits: 1}) } }",
                Map.of());
    assertThat(response.at("/data/products/0/good").asText()).isEqualTo("patrue");
    assertThat(response.at("/data/products/0/bad").isNull()).isTrue();
    assertThat(response.at("/errors")).hasSize(2);
  }

  @Test
  void standInTheSchemaAndNowhereElse() {
    String schema = service.compilation().resource("META-INF/triglot/schema.graphqls");
    assertThat(schema)
        .contains(
            "  \"\"\"The price in another currency.\"\"\"\n  priceIn(\n"
                + "    \"\"\"which one\"\"\"\n    currency: Currency!\n",
            "    digits: Int! = 2\n    rounding: RoundingInput\n  ): String!\n")
        .contains("interface Shape {\n  area(scale: Float!): Float!\n}")
        .contains("buyers(\n", "    prefix: String! = \"x\"\n  ): StringConnection!\n")
        .contains("stock(place: String!, how: RoundingInput!): String\n");
    assertThat(service.compilation().resource("META-INF/triglot/openapi.json"))
        .doesNotContain("priceIn", "Rounding", "similar");
    assertThat(service.compilation().resources().keySet())
        .noneMatch(name -> name.contains("rounding.proto"));
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }
}
