package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.graphql.GraphQlLimit;
import io.triglot.runtime.graphql.GraphQlResource;
import io.triglot.runtime.graphql.GraphQlSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services as the subgraphs of one graph, each on a server of its own. */
class FederationTest {
  private static final Path NODE = Path.of("../testing/node");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String PRODUCTS =
      """
      package com.acme.products;

      import io.triglot.*;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import java.util.*;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class ProductService {
        /** Asked for by tests. */
        public static final List<String> CALLS = new ArrayList<>();

        public enum Region { NORTH, SOUTH }

        @ApiType(keys = {"id", "sku region"})
        public record Product(String id, String sku, Region region, String name, @Nullable Integer weight) {}

        public record SkuKey(String sku, Region region) {}

        @ApiType(keys = "number")
        public record Vault(long number, String content) {}

        private static final List<Product> ALL = List.of(
            new Product("1", "T", Region.NORTH, "Tea", 100),
            new Product("2", "C", Region.SOUTH, "Coffee", 250));

        @ApiOperation
        public Page<Product> products(PageRequest page) {
          return Page.of(page, page.size(10, 10), ALL, product -> Cursor.of(product.id()));
        }

        @ApiEntity
        public Map<String, Product> byId(Set<String> ids) {
          CALLS.add("byId" + ids);
          Map<String, Product> found = new HashMap<>();
          ALL.stream().filter(each -> ids.contains(each.id())).forEach(each -> found.put(each.id(), each));
          return found;
        }

        @ApiEntity(key = "sku region")
        public List<@Nullable Product> bySku(List<SkuKey> keys) {
          CALLS.add("bySku" + keys.size());
          return keys.stream()
              .<@Nullable Product>map(key -> ALL.stream()
                  .filter(each -> each.sku().equals(key.sku()) && each.region() == key.region())
                  .findFirst()
                  .orElse(null))
              .toList();
        }

        @ApiEntity
        @RolesAllowed("keeper")
        public Map<Long, Vault> vaults(Set<Long> numbers) {
          CALLS.add("vaults" + numbers);
          Map<Long, Vault> found = new HashMap<>();
          numbers.forEach(number -> found.put(number, new Vault(number, "gold")));
          return found;
        }
      }
      """;

  private static final String REVIEWS =
      """
      package com.acme.reviews;

      import io.triglot.*;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class ReviewService {
        /** Asked for by tests. */
        public static final List<String> CALLS = new ArrayList<>();

        @ApiType(keys = "id")
        public record Product(String id, @ApiFederated(external = true) @Nullable Integer weight) {
          @ApiField
          @ApiFederated(requires = "weight")
          public @Nullable Integer shipping(int cents) {
            return weight == null ? null : weight * cents;
          }
        }

        public record ProductKey(String id, @Nullable Integer weight) {}

        public record Review(String text, Product product) {}

        private static final List<Review> ALL = List.of(
            new Review("Good", new Product("1", null)),
            new Review("Strong", new Product("2", null)),
            new Review("Hot", new Product("1", null)));

        @ApiOperation
        public Page<Review> reviews(PageRequest page) {
          return Page.of(page, 10, ALL, review -> Cursor.of(review.text()));
        }

        @ApiEntity
        public List<Product> products(List<ProductKey> keys) {
          CALLS.add("products" + keys.size());
          return keys.stream().map(key -> new Product(key.id(), key.weight())).toList();
        }

        @ApiBatch
        public List<List<Review>> reviewsOf(List<Product> products) {
          CALLS.add("reviewsOf" + products.size());
          return products.stream()
              .map(product -> ALL.stream().filter(each -> each.product().id().equals(product.id())).toList())
              .toList();
        }
      }
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<RestHost> hosts = new ArrayList<>();
  private Service products;
  private Service reviews;

  private record Service(GraphQlEndpoint endpoint, URI uri, List<String> calls, Compilation of) {}

  @TempDir Path directory;

  @BeforeEach
  void start() throws Exception {
    products = serve("com.acme.products.ProductService", PRODUCTS);
    reviews = serve("com.acme.reviews.ReviewService", REVIEWS);
  }

  @AfterEach
  void stop() {
    hosts.forEach(RestHost::close);
  }

  @SuppressWarnings("unchecked")
  private Service serve(String name, String source) throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory.resolve(name))
            .with("-Atriglot.graphql.federation=true")
            .compile(source)
            .requireSuccess();
    Class<?> type = compilation.load(name);
    Api api =
        Api.builder()
            .service(type.getConstructor().newInstance())
            .authenticator(
                request ->
                    request.header("Authorization").map(user -> new Caller(user, Set.of(user))))
            .build();
    GraphQlEndpoint endpoint = GraphQlEndpoint.of(api);
    RestHost host = JerseyHost.serve(Set.of(new GraphQlResource(endpoint)), 100_000);
    hosts.add(host);
    return new Service(
        endpoint,
        host.uri().resolve("graphql"),
        (List<String>) type.getField("CALLS").get(null),
        compilation);
  }

  @Test
  @Tag("node")
  void aRouterAnswersFromBothWithOneCallForALevel() throws Exception {
    JsonNode result =
        route(
            "{ reviews { nodes { text product { name sku shipping(cents: 2) } } }"
                + " products { nodes { name reviewsOf { text } } pageInfo { hasNextPage } } }");

    assertThat(result.path("errors").isMissingNode()).as(result.toString()).isTrue();
    assertThat(result.path("data"))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"reviews": {"nodes": [
                  {"text": "Good", "product": {"name": "Tea", "sku": "T", "shipping": 200}},
                  {"text": "Strong", "product": {"name": "Coffee", "sku": "C", "shipping": 500}},
                  {"text": "Hot", "product": {"name": "Tea", "sku": "T", "shipping": 200}}]},
                "products": {"nodes": [
                  {"name": "Tea", "reviewsOf": [{"text": "Good"}, {"text": "Hot"}]},
                  {"name": "Coffee", "reviewsOf": [{"text": "Strong"}]}],
                  "pageInfo": {"hasNextPage": false}}}
                """));
    assertThat(reviews.calls()).contains("reviewsOf2");
  }

  @Test
  void aRepresentationIsFoundByTheKeyThatItHas() throws Exception {
    JsonNode result =
        post(
            products.uri(),
            """
            query ($objects: [_Any!]!) { _entities(representations: $objects) {
              __typename ... on Product { id name } } }
            """,
            """
            {"objects": [
              {"__typename": "Product", "id": "2"},
              {"__typename": "Product", "sku": "T", "region": "NORTH"},
              {"__typename": "Product", "id": "none"},
              {"__typename": "Product", "id": "1"},
              {"__typename": "Product", "id": "2", "name": "what the router knows"}]}
            """,
            null);

    assertThat(result)
        .isEqualTo(
            MAPPER.readTree(
                """
                {"data": {"_entities": [
                  {"__typename": "Product", "id": "2", "name": "Coffee"},
                  {"__typename": "Product", "id": "1", "name": "Tea"},
                  null,
                  {"__typename": "Product", "id": "1", "name": "Tea"},
                  {"__typename": "Product", "id": "2", "name": "Coffee"}]}}
                """));
    assertThat(products.calls()).containsExactlyInAnyOrder("byId[2, none, 1]", "bySku1");
  }

  @Test
  void whoMayNotCallGetsNothingAndTheOthersTheirs() throws Exception {
    String query =
        "{ _entities(representations: [{__typename: \"Vault\", number: 7},"
            + " {__typename: \"Product\", id: \"1\"}])"
            + " { ... on Vault { content } ... on Product { name } } }";

    JsonNode denied = post(products.uri(), query, "{}", "stranger");
    assertThat(denied.at("/data/_entities").toString()).isEqualTo("[null,{\"name\":\"Tea\"}]");
    assertThat(denied.at("/errors/0/path").toString()).isEqualTo("[\"_entities\",0]");
    assertThat(denied.at("/errors/0/extensions/code").asText()).isEqualTo("PERMISSION_DENIED");
    assertThat(denied.at("/errors")).hasSize(1);
    assertThat(products.calls()).containsExactly("byId[1]");
    assertThat(post(products.uri(), query, "{}", null).at("/errors/0/extensions/code").asText())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(post(products.uri(), query, "{}", "keeper").at("/data/_entities/0").toString())
        .isEqualTo("{\"content\":\"gold\"}");
  }

  @Test
  void whatIsNoEntityIsSaidAtItsPlace() throws Exception {
    JsonNode result =
        post(
            products.uri(),
            "{ _entities(representations: [{__typename: \"Nothing\", id: \"1\"},"
                + " {__typename: \"Product\", sku: \"T\"},"
                + " {__typename: \"Vault\", number: \"x\"},"
                + " {__typename: \"Product\", id: \"1\"}]) { ... on Product { name } } }",
            "{}",
            "keeper");

    assertThat(result.at("/data/_entities").toString())
        .isEqualTo("[null,null,null,{\"name\":\"Tea\"}]");
    assertThat(result.at("/errors"))
        .extracting(error -> error.at("/extensions/violations/0/field").asText())
        .containsExactly(
            "representations[0].__typename", "representations[1]", "representations[2].number");
    assertThat(result.at("/errors"))
        .extracting(error -> error.at("/extensions/code").asText())
        .containsOnly("INVALID_ARGUMENT");
    JsonNode refused =
        post(products.uri(), "{ _entities(representations: [1]) { __typename } }", "{}", null);
    assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(refused.has("data")).isFalse();
  }

  @Test
  void eachRepresentationCounts() throws Exception {
    GraphQlEndpoint small =
        GraphQlEndpoint.of(
            Api.of(
                products
                    .of()
                    .load("com.acme.products.ProductService")
                    .getConstructor()
                    .newInstance()),
            GraphQlSettings.DEFAULTS.with(GraphQlLimit.COMPLEXITY, 20));
    String query =
        "query ($objects: [_Any!]!) { _entities(representations: $objects) {"
            + " ... on Product { name } } }";
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(Map.of("__typename", "Product", "id", "" + i));
    }

    assertThat(errors(small, query, many)).contains("GRAPHQL_LIMIT");
    assertThat(errors(small, query, many.subList(0, 15))).isEqualTo("[]");
  }

  private static String errors(GraphQlEndpoint endpoint, String query, Object objects) {
    return endpoint
        .execute(
            ExecutionInput.newExecutionInput(query).variables(Map.of("objects", objects)).build())
        .toSpecification()
        .getOrDefault("errors", List.of())
        .toString();
  }

  @Test
  void theDocumentOfTheSubgraphIsTheOneOfTheModule() throws Exception {
    String sdl =
        post(products.uri(), "{ _service { sdl } }", "{}", null).at("/data/_service/sdl").asText();

    assertThat(sdl)
        .isEqualTo(products.endpoint().sdl())
        .isEqualTo(products.of().resource("META-INF/triglot/schema.graphqls"))
        .contains("type Product @key(fields: \"id\") @key(fields: \"sku region\") {")
        .doesNotContain("_entities", "SkuKey");
  }

  @Test
  void modulesAgreeOnBeingSubgraphs() throws Exception {
    Object plain =
        TestCompiler.javac(directory.resolve("plain"))
            .compile(
                """
                package com.acme.plain;
                import io.triglot.ApiOperation;
                public class PlainService {
                  @ApiOperation public int getNumber() { return 1; }
                }
                """)
            .requireSuccess()
            .load("com.acme.plain.PlainService")
            .getConstructor()
            .newInstance();
    Api api =
        Api.of(
            plain,
            products.of().load("com.acme.products.ProductService").getConstructor().newInstance());

    assertThatThrownBy(() -> GraphQlEndpoint.of(api))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("com.acme.plain.PlainServiceGraphQl=false")
        .hasMessageContaining("-Atriglot.graphql.federation");
  }

  private JsonNode route(String query) throws Exception {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules/@theguild/federation-composition")),
        "The Node packages are not installed: run npm ci --prefix testing/node");
    Process process =
        new ProcessBuilder(
                "node",
                "graphql-federate.mjs",
                query,
                "products=" + products.uri(),
                "reviews=" + reviews.uri())
            .directory(NODE.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return MAPPER.readTree(said);
  }

  private JsonNode post(URI uri, String query, String variables, @Nullable String caller)
      throws Exception {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", query);
    body.put("variables", MAPPER.readTree(variables));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
    if (caller != null) {
      request.header("Authorization", caller);
    }
    return MAPPER.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }
}
