package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.processor.types.EveryProtocol;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that have the parts of a page for their own, and fields beside them. */
class UnwrappedPagesTest {
  private static final String SCHEMA = "META-INF/triglot/schema.graphqls";
  private static final String PROTO = "acme/v1/product_service.proto";

  private static Compilation compilation;
  private static Object service;
  private static EveryProtocol protocols;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    compilation = TestCompiler.javac(directory).compile(SOURCES).requireSuccess();
    service = compilation.load("com.acme.ProductService").getConstructor().newInstance();
    protocols = EveryProtocol.of(service);
  }

  @AfterAll
  static void close() {
    protocols.close();
  }

  @Test
  void haveTheListUnderItsNameOnRest() {
    JsonNode first = protocols.rest("GET", "/products?first=2", "");
    assertThat(first.properties().stream().map(Map.Entry::getKey))
        .containsExactly("products", "next", "previous", "total", "totalHits", "facets");
    assertThat(ids(first.at("/products"))).containsExactly("p1", "p2");
    assertThat(first.at("/totalHits").asInt()).isEqualTo(50);
    assertThat(first.at("/facets/0/name").asText()).isEqualTo("green");
    JsonNode rest = protocols.rest("GET", "/products?after=" + first.at("/next").asText(), "");
    assertThat(ids(rest.at("/products"))).containsExactly("p3", "p4");
    assertThat(rest.at("/next").isNull()).isTrue();
  }

  @Test
  void haveLinksToOtherPages() throws Exception {
    try (RestHost host = DirectHost.start(RestEndpoint.of(Api.of(service)), 10_000)) {
      RestClient.Reply reply = new RestClient(host.uri()).get("/products?first=2");
      assertThat(reply.header("Link"))
          .contains("rel=\"first\"", "rel=\"next\"", "after=" + reply.json().at("/next").asText());
      RestClient.Reply nullable = new RestClient(host.uri()).get("/rare?first=2");
      assertThat(nullable.header("Link")).contains("rel=\"next\"", "first=2");
      assertThat(new RestClient(host.uri()).get("/rare?first=1").status()).isEqualTo(204);
    }
    assertThat(compilation.resource("META-INF/triglot/openapi.json"))
        .contains("\"Link\"", "\"ProductSearch\"", "\"results\"");
  }

  @Test
  void areConnectionsWithFurtherFieldsOnGraphQl() {
    JsonNode first =
        protocols.graphQl(
            """
            {
              products(first: 2) {
                products { id }
                edges { cursor node { id } }
                pageInfo { hasNextPage endCursor }
                totalCount
                totalHits
                facets { name }
              }
            }
            """,
            Map.of());
    assertThat(ids(first.at("/products"))).containsExactly("p1", "p2");
    assertThat(ids(first.at("/edges"))).containsExactly("p1", "p2");
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(first.at("/totalCount").asInt()).isEqualTo(4);
    assertThat(first.at("/totalHits").asInt()).isEqualTo(50);
    assertThat(first.at("/facets/0/name").asText()).isEqualTo("green");
    JsonNode found =
        protocols.graphQl("{ findProducts(first: 1) { nodes { id } note } }", Map.of());
    assertThat(found.toString()).isEqualTo("{\"nodes\":[{\"id\":\"p1\"}],\"note\":\"generic\"}");
  }

  @Test
  void areLoadedInBatches() {
    JsonNode shops =
        protocols.graphQl(
            "{ shops { search(first: 1) { products { id } pageInfo { hasNextPage } } } }",
            Map.of());
    assertThat(shops.toString())
        .isEqualTo(
            "[{\"search\":{\"products\":[{\"id\":\"p1\"}],\"pageInfo\":{\"hasNextPage\":true}}}]");
  }

  @Test
  void haveTokensOnGrpc() throws Exception {
    JsonNode first = grpc("Products", "{\"pageSize\": 2}");
    assertThat(ids(first.at("/products"))).containsExactly("p1", "p2");
    assertThat(first.at("/totalSize").asInt()).isEqualTo(4);
    assertThat(first.at("/totalHits").asInt()).isEqualTo(50);
    JsonNode rest =
        grpc("Products", "{\"pageToken\": \"" + first.at("/nextPageToken").asText() + "\"}");
    assertThat(ids(rest.at("/products"))).containsExactly("p3", "p4");
    assertThat(compilation.resource(PROTO))
        .contains("repeated Product products = 1;", "string next_page_token = 2;")
        .contains("repeated Product results = 1;", "// What was found.");
  }

  @Test
  void areNamedAsConnections() {
    assertThat(compilation.resource(SCHEMA))
        .contains("type ProductSearchConnection {", "  products: [Product!]!")
        .contains("type ProductFoundConnection {", "  nodes: [Product!]!")
        .doesNotContain("type ProductSearch {", "type ProductConnection", "type ProductPage");
  }

  @Test
  @SuppressWarnings("unchecked")
  void areWhatTheyAreForClients() throws Exception {
    BiFunction<Object, Object, Object> clients =
        (BiFunction<Object, Object, Object>)
            compilation.load("com.acme.Clients").getConstructor().newInstance();
    try (RestHost host = DirectHost.start(RestEndpoint.of(Api.of(service)), 10_000)) {
      for (Object target : new Object[] {host.uri(), protocols.channel()}) {
        assertThat(clients.apply(target, 2))
            .asString()
            .startsWith("ProductSearch[products=Page[items=[Product[id=p1], Product[id=p2]], next=")
            .contains("previous=Optional.empty, total=OptionalLong[4]")
            .endsWith("total=50, facets=[Facet[name=green]]] p3 generic");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameInAPartialCompilation(CompilerKind compiler, @TempDir Path directory)
      throws IOException {
    TestCompiler both = compiler.in(directory);
    Compilation whole = both.compile(SOURCES).requireSuccess();
    Map<String, String> before = Map.copyOf(whole.resources());
    assertThat(before).isEqualTo(compilation.resources());
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          files.filter(each -> each.toString().contains("com/acme/ProductService")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(both.compile(SOURCES[0], SERVICE).requireSuccess().resources()).isEqualTo(before);
  }

  @Test
  void letNoFieldOfTheRecordHaveTheNameOfAPart(@TempDir Path directory) {
    assertThat(String.join("\n", refused(directory, "int total")))
        .contains("TriglotNameCollision", "Found.names.total and Found.total are both named total");
    assertThat(String.join("\n", refused(directory, "String totalCount")))
        .contains("TriglotGraphQlDuplicateField", "The GraphQL field FoundConnection.totalCount");
  }

  private static List<String> refused(Path directory, String component) {
    return TestCompiler.javac(directory)
        .compile(
            SOURCES[0],
            """
            package com.acme;

            import io.triglot.*;

            public record Found(@ApiField(unwrapped = true) Page<String> names, %s) {}
            """
                .formatted(component),
            """
            package com.acme;

            import io.triglot.*;

            public interface NameService {
              @ApiOperation
              Found findNames(PageRequest page);
            }
            """)
        .diagnostics();
  }

  private static JsonNode grpc(String rpc, String request) throws IOException {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(protocols.input(rpc));
    JsonFormat.parser().merge(request, message);
    return EveryProtocol.json(JsonFormat.printer().print(protocols.grpc(rpc, message.build())));
  }

  private static List<String> ids(JsonNode elements) {
    return elements.findValuesAsText("id");
  }

  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiBatch;
      import io.triglot.ApiOperation;
      import io.triglot.Cursor;
      import io.triglot.Page;
      import io.triglot.PageRequest;
      import java.util.List;
      import java.util.Map;
      import java.util.Set;
      import java.util.stream.Collectors;
      import java.util.stream.IntStream;
      import org.jspecify.annotations.Nullable;

      public class ProductService {
        /** Lists products. */
        @ApiOperation
        public ProductSearch products(PageRequest page) {
          return new ProductSearch(page(page), 50, List.of(new Facet("green")));
        }

        @ApiOperation("GET /found")
        public Found<Product> findProducts(PageRequest page) {
          return new Found<>(page(page), "generic");
        }

        @ApiOperation("GET /rare")
        public @Nullable ProductSearch rareProducts(PageRequest page) {
          return page.size(9, 9) > 1 ? products(page) : null;
        }

        @ApiOperation
        public List<Shop> shops() {
          return List.of(new Shop("s"));
        }

        @ApiBatch
        public Map<Shop, ProductSearch> search(Set<Shop> shops, PageRequest page) {
          return shops.stream().collect(Collectors.toMap(shop -> shop, shop -> products(page)));
        }

        private static Page<Product> page(PageRequest page) {
          int from = page.from().map(cursor -> cursor.value(0, Integer::parseInt)).orElse(0);
          int size = page.size(9, 9);
          List<Product> found =
              IntStream.rangeClosed(from + 1, Math.min(4, from + size + 1))
                  .mapToObj(i -> new Product("p" + i))
                  .toList();
          return Page.of(page, size, found, each -> Cursor.of(each.id().substring(1))).withTotal(4);
        }
      }
      """;

  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    "package com.acme;\npublic record Product(String id) {}",
    "package com.acme;\npublic record Shop(String id) {}",
    "package com.acme;\npublic record Facet(String name) {}",
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.Page;
    import java.util.List;

    /**
     * Products, and what is known of all that were found.
     *
     * @param products What was found.
     * @param total how many there would be without a limit
     */
    public record ProductSearch(
        @ApiField(unwrapped = true) Page<Product> products,
        @ApiField(name = "totalHits") int total,
        List<Facet> facets) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.ApiName;
    import io.triglot.Page;

    public record Found<T>(
        @ApiField(unwrapped = true, name = "results") @ApiName(graphql = "nodes") Page<T> page,
        String note) {}
    """,
    SERVICE,
    """
    package com.acme;

    import io.grpc.Channel;
    import io.triglot.PageRequest;
    import io.triglot.runtime.rest.RestChannel;
    import java.net.URI;
    import java.util.function.BiFunction;

    public class Clients implements BiFunction<Object, Object, Object> {
      @Override
      public Object apply(Object target, Object size) {
        PageRequest first = PageRequest.first((Integer) size);
        if (target instanceof URI uri) {
          var client = ProductServiceRestClient.of(RestChannel.to(uri));
          var found = client.products(first);
          var next = client.products(first.after(found.products().next().orElseThrow()));
          return found
              + " "
              + next.products().items().get(0).id()
              + " "
              + client.findProducts(first).note();
        }
        var client = ProductServiceGrpcClient.of((Channel) target);
        var found = client.products(first);
        var next = client.products(first.after(found.products().next().orElseThrow()));
        return found
            + " "
            + next.products().items().get(0).id()
            + " "
            + client.findProducts(first).note();
      }
    }
    """
  };
}
