package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lock has of records with the parts of a page. */
class LockedPagesTest {
  private static final String PAGE = "@ApiField(unwrapped = true) Page<Product> products";
  private static final String SEARCH = PAGE + ", List<String> facets";

  private static final String PROTO = "acme/v1/product_service.proto";

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void hasThePartsAsFieldsOfTheRecord(CompilerKind kind) {
    assertThat(new LockedModule(directory, kind).write(sources(SEARCH)))
        .contains(
            """
            com.acme.ProductSearch
              graphql object ProductSearchConnection
                edges: [ProductEdge!]!
                facets: [String!]!
                pageInfo: PageInfo!
                products: [Product!]!
                totalCount: Long
              rest schema ProductSearch
                @type: object
                property facets: [string], required
                property next: string?
                property previous: string?
                property products: [#Product], required
                property total: integer/int64?
            """)
        .contains(
            """
              grpc message acme.v1.SearchProductsResponse
                @file: acme/v1/product_service.proto
                facets: 5 repeated string
                next_page_token: 2 optional string
                previous_page_token: 3 optional string
                products: 1 repeated acme.v1.Product
                total_size: 4 optional int64
            """)
        .doesNotContain("grpc message acme.v1.ProductSearch\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<String> facets, " + PAGE,
        "long hits, " + SEARCH,
        "@ApiField(unwrapped = true, name = \"products\") Page<Product> found, List<String> facets"
      })
  void takesWhatClientsDoNotNotice(String components) {
    LockedModule module = module();
    module.write(sources(SEARCH));

    assertThat(module.compile("read", sources(components)).requireSuccess().resource(PROTO))
        .contains(
            "repeated Product products = 1;",
            "optional string next_page_token = 2;",
            "optional string previous_page_token = 3;",
            "optional int64 total_size = 4;",
            "repeated string facets = 5;");
  }

  @Test
  void keepsTheNumberOfAListThatIsRenamed() {
    LockedModule module = module();
    module.write(sources(SEARCH));
    module.permit("rename com.acme.ProductSearch products -> found \"so they say\"");
    module.permit("rename com.acme.ProductService products -> found \"so they say\"");

    Compilation changed =
        module.compile("read", sources("long hits, " + SEARCH.replace("products", "found")));

    assertThat(changed.requireSuccess().resource(PROTO))
        .contains("repeated Product found = 1;", "int64 hits = 6;");
  }

  @Test
  void givesNoNumberASecondTime() {
    LockedModule module = module();
    module.write(sources(SEARCH));
    module.permit("accept com.acme.ProductSearch \"nobody shows them\"");
    module.permit("accept com.acme.ProductService \"nobody shows them\"");
    module.write(sources(PAGE));

    assertThat(module.compile("read", sources("long hits, " + PAGE)).resource(PROTO))
        .contains("reserved 5;", "int64 hits = 6;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ApiField(unwrapped = true) Page<Product> found"
            + " | ProductSearchConnection: products is gone"
            + " | ProductSearch: property products is gone"
            + " | SearchProductsResponse: products is gone",
        "Page<Product> products"
            + " | was \"ProductSearchConnection!\" and is \"ProductSearch!\""
            + " | products was \"[#Product], required\" and is \"#ProductPage, required\""
            + " | next_page_token is gone",
        "@ApiField(unwrapped = true) Page<String> products"
            + " | products was \"[Product!]!\" and is \"[String!]!\""
            + " | products was \"[#Product], required\" and is \"[string], required\""
            + " | \"1 repeated acme.v1.Product\" and is \"1 repeated string\""
      })
  void refusesWhatBreaksClients(String page, String graphql, String rest, String grpc) {
    LockedModule module = module();
    module.write(sources(SEARCH));

    Compilation changed = module.compile("read", sources(page + ", List<String> facets"));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString())
        .contains("TriglotContractBroken", graphql, rest, grpc);
  }

  @Test
  void knowsItFromAPageWithoutFurtherFields() {
    LockedModule module = module();
    String[] sources = sources(SEARCH.replace(" products", " items"));
    String[] plain = sources.clone();
    plain[3] = plain[3].replace("ProductSearch search", "Page<Product> search");
    module.write(plain);

    Compilation changed = module.compile("read", sources);

    assertThat(changed.diagnostics().toString())
        .contains(
            "breaks clients on GraphQL and REST:",
            "@type was \"ProductConnection!\" and is \"ProductSearchConnection!\"",
            "was \"#ProductPage\" and is \"#ProductSearch\"",
            "+ grpc message acme.v1.SearchProductsResponse: facets: 5 repeated string");
  }

  private LockedModule module() {
    return new LockedModule(directory, CompilerKind.JAVAC);
  }

  private static String[] sources(String components) {
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      "package com.acme;\npublic record Product(String id) {}",
      """
      package com.acme;

      import io.triglot.*;
      import java.util.List;

      public record ProductSearch(%s) {}
      """
          .formatted(components),
      """
      package com.acme;

      import io.triglot.*;

      public interface ProductService {
        @ApiOperation ProductSearch searchProducts(PageRequest page);
      }
      """
    };
  }
}
