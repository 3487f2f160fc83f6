package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types of one simple name have the words in front in which their places differ. */
class TypeNamesTest {
  private static final String SCHEMA = "META-INF/triglot/schema.graphqls";
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:type|enum) (\\w+)");
  private static final String SHOP_ORDER = type("com.acme.shop.api", "Order", "String id");
  private static final String BILLING_ORDER = type("com.acme.billing.api", "Order", "long total");
  private static final String SHOP = service("com.acme.shop", "com.acme.shop.api.Order", "Shop");
  private static final String BILLING =
      service("com.acme.billing", "com.acme.billing.api.Order", "Billing");
  private static final String PAGE =
      """
      package com.acme;

      import java.util.List;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      public record Page<T>(List<T> items) {}
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void sayWhatDiffers(CompilerKind kind) {
    Compilation both = compiler(kind).compile(SHOP_ORDER, BILLING_ORDER, SHOP, BILLING);

    assertThat(names(both)).containsExactlyInAnyOrder("BillingOrder", "ShopOrder");
    if (kind == CompilerKind.JAVAC) {
      assertThat(String.join("\n", both.diagnostics()))
          .contains(
              "[TriglotSameSimpleName] com.acme.billing.api.Order and com.acme.shop.api.Order have"
                  + " the same simple name; com.acme.shop.api.Order is called ShopOrder in the"
                  + " contracts. Write the name that you want, as in @ApiType(name ="
                  + " \"ShopOrder\").");
    }
    try (EveryProtocol api = EveryProtocol.of(both, "com.acme.shop.Shop")) {
      assertThat(api.rest("GET", "/Shop", "").get("id").asText()).isEqualTo("7");
      assertThat(api.graphQl("{ getShop { __typename id } }", Map.of()).toString())
          .isEqualTo("{\"__typename\":\"ShopOrder\",\"id\":\"7\"}");
      assertThat(api.grpc("GetShop", "{}").get("result").get("id").asText()).isEqualTo("7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameWhicheverServiceIsCompiledAgain(CompilerKind kind) throws IOException {
    TestCompiler compiler = compiler(kind);
    String whole = compiler.compile(SHOP_ORDER, BILLING_ORDER, SHOP, BILLING).resource(SCHEMA);

    discard("shop/Shop", "shop/api/Order");
    Compilation shop = compiler.compile(SHOP, SHOP_ORDER);
    assertThat(shop.success()).as(String.join("\n", shop.diagnostics())).isTrue();
    assertThat(shop.resource(SCHEMA)).isEqualTo(whole);

    discard("billing/Billing");
    assertThat(compiler.compile(BILLING).requireSuccess().resource(SCHEMA)).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource
  void stayWhereAServiceThatIsNotCompiledUsesThem(CompilerKind kind) {
    TestCompiler compiler = compiler(kind);
    compiler.compile(SHOP_ORDER, SHOP).requireSuccess();

    Compilation more = compiler.compile(BILLING_ORDER, BILLING);

    assertThat(names(more)).containsExactlyInAnyOrder("BillingOrder", "Order");
  }

  @ParameterizedTest
  @EnumSource
  void arePlainAgainWhenTheOtherIsGone(CompilerKind kind) throws IOException {
    TestCompiler compiler = compiler(kind);
    compiler.compile(SHOP_ORDER, BILLING_ORDER, SHOP, BILLING);
    discard("billing/Billing", "billing/api/Order", "shop/Shop", "shop/api/Order");

    Compilation rest = compiler.compile(SHOP, SHOP_ORDER).requireSuccess();

    assertThat(names(rest)).containsExactly("Order");
  }

  @ParameterizedTest
  @EnumSource
  void giveWayToOneThatIsTold(CompilerKind kind) {
    Compilation both =
        compiler(kind)
            .compile(
                SHOP_ORDER.replace("@NullMarked\n", "@NullMarked\n@ApiType(name = \"Order\")\n"),
                BILLING_ORDER,
                SHOP,
                BILLING);

    assertThat(names(both)).containsExactlyInAnyOrder("BillingOrder", "Order");
  }

  @ParameterizedTest
  @EnumSource
  void areThoseOfTheArgumentsToo(CompilerKind kind) {
    Compilation both =
        compiler(kind)
            .compile(
                PAGE,
                SHOP_ORDER,
                BILLING_ORDER,
                service("com.acme.shop", "com.acme.Page<com.acme.shop.api.Order>", "Shop"),
                service(
                    "com.acme.billing", "com.acme.Page<com.acme.billing.api.Order>", "Billing"));

    assertThat(names(both))
        .containsExactlyInAnyOrder(
            "BillingOrder", "BillingOrderPage", "ShopOrder", "ShopOrderPage");
  }

  @ParameterizedTest
  @EnumSource
  void keepTheWordsOfOuterClasses(CompilerKind kind) {
    Compilation nested =
        compiler(kind)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;
                import org.jspecify.annotations.NullMarked;

                @NullMarked
                public interface Shop {
                  enum Status { OPEN }

                  record Order(Status status, Shop.Status shop) {
                    public enum Status { SENT }
                  }

                  @ApiOperation Order getOrder();
                }
                """);

    assertThat(names(nested)).containsExactlyInAnyOrder("Order", "OrderStatus", "Status");
  }

  private TestCompiler compiler(CompilerKind kind) {
    return kind.in(directory).allowingWarnings();
  }

  private static Stream<String> names(Compilation compilation) {
    return TYPE.matcher(compilation.resource(SCHEMA))
        .results()
        .map(result -> result.group(1))
        .filter(name -> !name.equals("Query"));
  }

  private void discard(String... origins) throws IOException {
    for (String origin : origins) {
      Path file = directory.resolve("classes/com/acme").resolve(origin);
      try (Stream<Path> files = Files.list(file.getParent())) {
        for (Path each : files.toList()) {
          if (each.getFileName().toString().matches(file.getFileName() + "\\w*\\.class")) {
            Files.delete(each);
          }
        }
      }
    }
  }

  private static String type(String packageName, String name, String components) {
    return """
        package %s;

        import io.triglot.ApiType;
        import org.jspecify.annotations.NullMarked;

        @NullMarked
        public record %s(%s) {
          public static %s sample() { return new %s(%s); }
        }
        """
        .formatted(
            packageName,
            name,
            components,
            name,
            name,
            components.contains("String") ? "\"7\"" : "7");
  }

  private static String service(String packageName, String type, String name) {
    return """
        package %s;

        import io.triglot.ApiOperation;
        import org.jspecify.annotations.NullMarked;

        @NullMarked
        public class %s {
          @ApiOperation("GET /%s") public %s get%s() { return %s; }
        }
        """
        .formatted(
            packageName,
            name,
            name,
            type,
            name,
            type.contains("<") ? "new com.acme.Page<>(java.util.List.of())" : type + ".sample()");
  }
}
