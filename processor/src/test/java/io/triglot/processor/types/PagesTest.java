package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of lists, and records whose components are parameters, on each protocol. */
class PagesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    "package com.acme;\npublic record Product(String id, String name, int stock) {}",
    """
    package com.acme;

    import io.triglot.ApiField;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    /**
     * Which products.
     *
     * @param name a part of their names
     */
    public record Filter(
        @Nullable String name, @ApiField(name = "stock") List<Integer> stocks) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.runtime.Protocol;

    public record Secret(
        String id,
        @ApiField(protocols = Protocol.GRPC) int internal,
        @ApiField(protocols = {Protocol.REST, Protocol.GRAPHQL}) String shown) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import io.triglot.Cursor;
    import io.triglot.Page;
    import io.triglot.PageRequest;
    import jakarta.ws.rs.BeanParam;
    import java.util.Comparator;
    import java.util.List;
    import java.util.stream.IntStream;

    public class ProductService {
      private static final List<Product> ALL =
          IntStream.rangeClosed(1, 5).mapToObj(i -> new Product("p" + i, "Tea " + i, i)).toList();

      /** Lists products by id. */
      @ApiOperation
      public Page<Product> products(@BeanParam Filter filter, PageRequest page) {
        int size = page.size(2, 3);
        String from = page.from().map(cursor -> cursor.value(0, text -> text)).orElse(null);
        Comparator<Product> order = Comparator.comparing(Product::id);
        List<Product> found = ALL.stream()
            .filter(each -> filter.name() == null || each.name().contains(filter.name()))
            .filter(each -> filter.stocks().isEmpty() || filter.stocks().contains(each.stock()))
            .sorted(page.isBackwards() ? order.reversed() : order)
            .filter(each -> from == null || (each.id().compareTo(from) < 0) == page.isBackwards())
            .filter(each -> !each.id().equals(from))
            .limit(size + 1)
            .toList();
        return Page.of(page, size, found, each -> Cursor.of(each.id())).withTotal(ALL.size());
      }

      @ApiOperation("POST /secrets")
      public Secret echoSecret(Secret secret) { return secret; }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ProductService", SOURCES);

  @Test
  void arePartsOfAListOnRest() {
    JsonNode first = service.rest("GET", "/products", "");
    assertThat(ids(first.at("/items"))).containsExactly("p1", "p2");
    assertThat(first.at("/previous").isNull()).isTrue();
    assertThat(first.at("/total").asInt()).isEqualTo(5);
    JsonNode last = service.rest("GET", "/products?first=9&after=" + text(first, "next"), "");
    assertThat(ids(last.at("/items"))).containsExactly("p3", "p4", "p5");
    assertThat(last.at("/next").isNull()).isTrue();
    JsonNode before = service.rest("GET", "/products?last=1&before=" + text(last, "previous"), "");
    assertThat(ids(before.at("/items"))).containsExactly("p2");
    assertThat(ids(service.rest("GET", "/products?name=3", "").at("/items"))).containsExactly("p3");
    assertThat(ids(service.rest("GET", "/products?stock=4&stock=5", "").at("/items")))
        .containsExactly("p4", "p5");
  }

  @Test
  void areConnectionsOnGraphQl() {
    String query =
        """
        query($after: String, $last: Int, $name: String) {
          products(after: $after, last: $last, name: $name, stock: []) {
            edges { cursor node { id } }
            nodes { name }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            totalCount
          }
        }
        """;
    JsonNode first = service.graphQl(query, Map.of());
    assertThat(ids(first.at("/edges"))).containsExactly("p1", "p2");
    assertThat(first.at("/nodes/1/name").asText()).isEqualTo("Tea 2");
    assertThat(first.at("/totalCount").asInt()).isEqualTo(5);
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(first.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
    assertThat(first.at("/edges/0/cursor")).isEqualTo(first.at("/pageInfo/startCursor"));
    JsonNode second =
        service.graphQl(query, Map.of("after", first.at("/pageInfo/endCursor").asText()));
    assertThat(ids(second.at("/edges"))).containsExactly("p3", "p4");
    JsonNode last = service.graphQl(query, Map.of("last", 1));
    assertThat(ids(last.at("/edges"))).containsExactly("p5");
    assertThat(last.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
  }

  @Test
  void haveTokensOnGrpc() {
    JsonNode first = service.grpc("Products", "{\"pageSize\": 9}");
    assertThat(ids(first.at("/items"))).containsExactly("p1", "p2", "p3");
    assertThat(first.at("/totalSize").asInt()).isEqualTo(5);
    JsonNode second =
        service.grpc("Products", "{\"pageToken\": \"" + text(first, "nextPageToken") + "\"}");
    assertThat(ids(second.at("/items"))).containsExactly("p4", "p5");
    assertThat(second.has("nextPageToken")).isFalse();
    assertThat(ids(service.grpc("Products", "{\"stock\": [1, 5]}").at("/items")))
        .containsExactly("p1", "p5");
  }

  @Test
  void areAskedForSensibly() {
    assertThat(service.rest("GET", "/products?first=-1", "").toString())
        .contains("INVALID_ARGUMENT", "must not be negative");
    assertThat(service.rest("GET", "/products?first=1&last=1", "").toString())
        .contains("INVALID_ARGUMENT", "either forwards or backwards");
    assertThat(service.rest("GET", "/products?after=x", "").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"after\"");
    assertThat(service.rest("GET", "/products?after=", "").toString())
        .contains("INVALID_ARGUMENT", "The cursor is of another list");
  }

  @Test
  void areDescribedInEachContract() {
    String schema = service.compilation().resource("META-INF/triglot/schema.graphqls");
    assertThat(schema)
        .contains("type ProductConnection {", "type ProductEdge {", "type PageInfo {")
        .contains("  edges: [ProductEdge!]!", "  pageInfo: PageInfo!", "  totalCount: Long")
        .doesNotContain("ProductPage", "input PageInfoInput");
    assertThat(service.compilation().resource("acme/v1/product_service.proto"))
        .contains("int32 page_size = 3;", "string page_token = 4;", "repeated int32 stock = 2;")
        .contains("repeated Product items = 1;", "string next_page_token = 2;")
        .contains("// a part of their names", "// the place behind which they are");
    assertThat(service.compilation().resources().keySet())
        .noneMatch(name -> name.startsWith("triglot/") || name.contains("page_info"));
  }

  @Test
  void mayHaveFieldsThatOtherProtocolsHaveNot() {
    assertThat(service.rest("POST", "/secrets", "{\"id\": \"s\", \"shown\": \"x\"}"))
        .isEqualTo(EveryProtocol.json("{\"id\": \"s\", \"shown\": \"x\"}"));
    assertThat(
            service.graphQl(
                "mutation { echoSecret(secret: {id: \"s\", shown: \"x\"}) { id shown } }",
                Map.of()))
        .isEqualTo(EveryProtocol.json("{\"id\": \"s\", \"shown\": \"x\"}"));
    assertThat(service.grpc("EchoSecret", "{\"secret\": {\"id\": \"s\", \"internal\": 7}}"))
        .isEqualTo(EveryProtocol.json("{\"result\": {\"id\": \"s\", \"internal\": 7}}"));
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static String text(JsonNode page, String member) {
    return page.at("/" + member).asText();
  }

  private static List<String> ids(JsonNode elements) {
    return elements.findValuesAsText("id");
  }
}
