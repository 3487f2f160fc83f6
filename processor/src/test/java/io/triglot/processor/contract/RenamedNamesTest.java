package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is renamed as a whole keeps its numbers, and versions of a module live side by side. */
class RenamedNamesTest {
  private static final String MARKED = "@org.jspecify.annotations.NullMarked package com.acme.";
  @TempDir Path directory;

  @Test
  void typesKeepTheirNumbers() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(shop("Product", "String id, String name, Colour colour", "product"));
    String[] renamed = shop("Article", "Colour colour, String name, String id", "product");
    assertThat(module.compile("read", renamed).success()).isFalse();

    module.permit(
        "rename type com.acme.shop.Product -> com.acme.shop.Article \"it is sold no more\"");
    Compilation allowed = module.compile("strict", renamed).requireSuccess();

    assertThat(allowed.resource("acme/shop/v1/article.proto"))
        .contains("string id = 1;", "string name = 2;", " colour = 3;");
    String lock = module.write(renamed);
    assertThat(lock)
        .contains("com.acme.shop.Article\n", "    result: 1 acme.shop.v1.Article\n")
        .doesNotContain("Product\n", "rename type");
    assertThat(module.compile("strict", renamed).requireSuccess().success()).isTrue();
  }

  @Test
  void enumsKeepTheirNumbers() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String[] sources = shop("Product", "String id, Colour colour", "product");
    module.write(sources);
    String[] renamed =
        Arrays.stream(sources)
            .map(source -> source.replace("Colour", "Tint").replace("RED, BLUE", "BLUE, RED"))
            .toArray(String[]::new);

    module.permit("rename type com.acme.shop.Colour -> com.acme.shop.Tint \"nicer\"");
    Compilation allowed = module.compile("strict", renamed).requireSuccess();

    assertThat(allowed.resource("acme/shop/v1/tint.proto"))
        .contains("TINT_RED = 1;", "TINT_BLUE = 2;");
  }

  @Test
  void operationsKeepTheNumbersOfTheirParameters() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String before = "@ApiOperation(\"POST /sales\") public String sell(String id, int amount)";
    String after = "@ApiOperation(\"POST /sales\") public String offer(int amount, String id)";
    module.write(service(before));
    assertThat(module.compile("read", service(after)).success()).isFalse();

    module.permit("rename operation com.acme.shop.Sales sell -> offer \"nobody is made to buy\"");
    Compilation allowed = module.compile("strict", service(after)).requireSuccess();

    assertThat(allowed.resource("acme/shop/v1/sales_service.proto"))
        .contains("message OfferRequest", "string id = 1;", "int32 amount = 2;");
    assertThat(module.write(service(after))).contains("graphql field Mutation.offer");
  }

  @Test
  void aNewVersionChangesAtWillUntilItIsPublished() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(versions("String id, int stock", "String id"));
    module.permit("unpublished com.acme.v2");

    Compilation changed =
        module.compile("strict", versions("String id, int stock", "long number, String id"));
    assertThat(changed.requireSuccess().resource("acme/v2/product_v2.proto"))
        .contains("number", "string id");
    assertThat(changed.resource("META-INF/triglot/openapi.json"))
        .contains("/v1/products/{id}", "/v2/products/{id}");
    assertThat(module.compile("read", versions("long id, int stock", "long number")).success())
        .isFalse();

    module.write(versions("String id, int stock", "String code"));
    module.setLock(module.lock().replace("unpublished com.acme.v2\n", ""));
    assertThat(
            module
                .compile("strict", versions("String id, int stock", "String code"))
                .requireSuccess()
                .success())
        .isTrue();
    assertThat(module.compile("read", versions("String id, int stock", "int code")).diagnostics())
        .anySatisfy(
            shown -> assertThat(shown).contains("[TriglotContractBroken]", "acme.v2.Product"));
  }

  private static String[] shop(String type, String components, String method) {
    return new String[] {
      MARKED + "shop;",
      "package com.acme.shop;\npublic enum Colour { RED, BLUE }",
      "package com.acme.shop;\npublic record " + type + "(" + components + ") {}",
      service("@ApiOperation(\"GET /things/{id}\") public " + type + " find(String id)")[1]
    };
  }

  private static String[] service(String method) {
    return new String[] {
      MARKED + "shop;",
      """
      package com.acme.shop;

      import io.triglot.ApiOperation;

      public class Sales {
        %s { throw new IllegalStateException(); }
      }
      """
          .formatted(method)
    };
  }

  private static String[] versions(String published, String next) {
    return new String[] {
      MARKED + "v1;",
      MARKED + "v2;",
      version("v1", "", published),
      version("v2", "V2", next),
      versioned("v1", "getProduct"),
      versioned("v2", "getProductV2")
    };
  }

  private static String version(String version, String prefix, String components) {
    return "package com.acme.%s;\n@io.triglot.ApiType%s\npublic record Product(%s) {}"
        .formatted(version, prefix.isEmpty() ? "" : "(name = \"ProductV2\")", components);
  }

  private static String versioned(String version, String field) {
    return """
        package com.acme.%1$s;

        import io.triglot.*;

        @ApiService(name = "Products%1$s", path = "/%1$s")
        public class ProductService {
          @ApiOperation("GET /products/{id}")
          public Product %2$s(String id) { throw new IllegalStateException(); }
        }
        """
        .formatted(version, field);
  }
}
