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
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.graphql.GraphQlLimit;
import io.triglot.runtime.graphql.GraphQlResource;
import io.triglot.runtime.graphql.GraphQlSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects with global ids, found again on a server. */
class NodesTest {
  private static final Path NODE = Path.of("../testing/node");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.*;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import java.time.Instant;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class ShelfService {
        /** Asked for by tests. */
        public static final List<String> CALLS = new CopyOnWriteArrayList<>();

        public enum Level { @ApiName(graphql = "UPPER") TOP, BOTTOM }

        /** What can be read. */
        @ApiType(keys = "bookId", node = true)
        public record Book(@ApiName(graphql = "bookId") String id, String title) {}

        @ApiType(keys = "number level since", node = true)
        public record Place(long number, Level level, Instant since, @Nullable Book book) {}

        public record PlaceKey(long number, Level level, Instant since) {}

        @ApiType(keys = "code", node = true)
        public record Secret(UUID code, String text) {}

        @ApiType(keys = "name", node = true)
        public static class Tool {
          private final String name;

          public Tool(String name) { this.name = name; }

          public String getName() { return name; }
        }

        @ApiType(keys = "name", node = true)
        public static final class Saw extends Tool {
          public Saw(String name) { super(name); }

          public int getTeeth() { return 7; }
        }

        private static final Map<String, Book> BOOKS = Map.of(
            "1", new Book("1", "Dune"), "2", new Book("2", "Emma"), "/+\\u00fc\\"", new Book("/+\\u00fc\\"", "\\u00dc"));

        private static final Instant SINCE = Instant.parse("2026-01-31T10:00:00.123Z");

        @ApiOperation
        public List<Book> books() {
          return BOOKS.values().stream().sorted(Comparator.comparing(Book::id)).toList();
        }

        @ApiOperation
        public List<Place> places() {
          return List.of(new Place(1, Level.TOP, SINCE, BOOKS.get("1")),
              new Place(9007199254740993L, Level.BOTTOM, SINCE, null));
        }

        @ApiOperation(kind = io.triglot.runtime.OperationKind.QUERY)
        public List<Tool> tools() { return List.of(new Tool("t")); }

        @ApiOperation(kind = io.triglot.runtime.OperationKind.QUERY)
        public List<Saw> saws() { return List.of(new Saw("t")); }

        @RolesAllowed("keeper")
        @ApiOperation
        public List<Secret> secrets() { return List.of(new Secret(new UUID(1, 2), "gold")); }

        @ApiEntity
        public Map<String, Book> booksById(Set<String> ids) {
          CALLS.add("books" + ids);
          if (ids.contains("broken")) {
            throw new IllegalStateException("the shelf is broken");
          }
          Map<String, Book> found = new HashMap<>(BOOKS);
          found.keySet().retainAll(ids);
          return found;
        }

        @ApiEntity
        public CompletionStage<List<@Nullable Place>> placesAt(List<PlaceKey> keys) {
          CALLS.add("places" + keys.size());
          return CompletableFuture.completedStage(keys.stream()
              .<@Nullable Place>map(key -> places().stream()
                  .filter(each -> key.equals(new PlaceKey(each.number(), each.level(), each.since())))
                  .findFirst()
                  .orElse(null))
              .toList());
        }

        @RolesAllowed("keeper")
        @ApiEntity
        public Map<UUID, Secret> secretsOf(Set<UUID> codes) {
          CALLS.add("secrets" + codes.size());
          Map<UUID, Secret> found = new HashMap<>();
          codes.forEach(code -> found.put(code, new Secret(code, "gold")));
          return found;
        }

        @ApiEntity
        public Map<String, Tool> toolsOf(Set<String> names) {
          Map<String, Tool> found = new HashMap<>();
          names.forEach(name -> found.put(name, new Tool(name)));
          return found;
        }

        @ApiEntity
        public Map<String, Saw> sawsOf(Set<String> names) {
          Map<String, Saw> found = new HashMap<>();
          names.forEach(name -> found.put(name, new Saw(name)));
          return found;
        }
      }
      """;

  private static final String OTHER =
      """
      package com.acme;

      import io.triglot.*;

      @jakarta.annotation.security.PermitAll
      public class LoanService {
        @ApiOperation
        public ShelfService.Book findLoan(String id) { return new ShelfService.Book(id, "Dune"); }
      }
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Compilation compilation;
  private GraphQlEndpoint endpoint;
  private RestHost host;
  private URI uri;
  private List<String> calls;

  @TempDir Path directory;

  @BeforeEach
  void start() throws Exception {
    compilation = TestCompiler.javac(directory).compile(SERVICE, OTHER).requireSuccess();
    Class<?> service = compilation.load("com.acme.ShelfService");
    calls = calls(service);
    endpoint = GraphQlEndpoint.of(api(service));
    host = JerseyHost.serve(Set.of(new GraphQlResource(endpoint)), 100_000);
    uri = host.uri().resolve("graphql");
  }

  @SuppressWarnings("unchecked")
  private static List<String> calls(Class<?> service) throws ReflectiveOperationException {
    return (List<String>) service.getField("CALLS").get(null);
  }

  private static Api api(Class<?> service) throws ReflectiveOperationException {
    return Api.builder()
        .service(service.getConstructor().newInstance())
        .authenticator(
            request -> request.header("Authorization").map(user -> new Caller(user, Set.of(user))))
        .build();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  @Tag("node")
  void aClientFindsEveryObjectAgain() throws Exception {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules/@graphql-tools/executor-http")),
        "The Node packages are not installed: run npm ci --prefix testing/node");
    Process process =
        new ProcessBuilder(
                "node",
                "graphql-relay.mjs",
                uri.toString(),
                "{ books { __typename id } places { __typename id }"
                    + " tools { __typename id } saws { __typename id } }")
            .directory(NODE.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("7 objects found again\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void oneCallGoesOutForATypeAndLevel() throws Exception {
    JsonNode known = post("{ books { id } places { id book { id } } }", null).get("data");
    List<String> books = known.get("books").findValuesAsText("id");
    String place = known.at("/places/1/id").asText();
    assertThat(known.at("/places/0/book/id").asText()).isIn(books);
    calls.clear();

    JsonNode found =
        post(
            "{ a: node(id: \"%s\") { ... on Book { title } } b: node(id: \"%s\") { id }"
                    .formatted(books.get(1), books.get(2))
                + " c: node(id: \"%s\") { id ... on Place { number level since } }".formatted(place)
                + " nodes(ids: [\"%s\", \"%s\", \"%s\"]) { ... on Book { bookId } __typename } }"
                    .formatted(place, books.get(0), books.get(1)),
            null);

    assertThat(found)
        .isEqualTo(
            MAPPER.readTree(
                """
                {"data": {"a": {"title": "Dune"}, "b": {"id": "%s"},
                  "c": {"id": "%s", "number": 9007199254740993, "level": "BOTTOM",
                    "since": "2026-01-31T10:00:00.123Z"},
                  "nodes": [{"__typename": "Place"}, {"bookId": "/+ü\\"", "__typename": "Book"},
                    {"bookId": "1", "__typename": "Book"}]}}
                """
                    .formatted(books.get(2), place)));
    assertThat(calls).hasSize(2).contains("places1").anyMatch(call -> call.matches("books.*"));
    assertThat(calls.toString()).contains("1", "2", "/+ü");
  }

  @Test
  void whoMayNotCallGetsNothingAndTheOthersTheirs() throws Exception {
    String secret = post("{ secrets { id } }", "keeper").at("/data/secrets/0/id").asText();
    String book = post("{ books { id } }", null).at("/data/books/1/id").asText();
    String query =
        "{ node(id: \"%1$s\") { id } nodes(ids: [\"%2$s\", \"%1$s\"]) { id } }"
            .formatted(secret, book);
    calls.clear();

    JsonNode denied = post(query, "stranger");
    assertThat(denied.get("data"))
        .isEqualTo(
            MAPPER.readTree(
                "{\"node\": null, \"nodes\": [{\"id\": \"%s\"}, null]}".formatted(book)));
    assertThat(denied.get("errors"))
        .extracting(error -> error.get("path").toString())
        .containsExactlyInAnyOrder("[\"node\"]", "[\"nodes\",1]");
    assertThat(denied.get("errors"))
        .extracting(error -> error.at("/extensions/code").asText())
        .containsOnly("PERMISSION_DENIED");
    assertThat(post(query, null).at("/errors/0/extensions/code").asText())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(calls).noneMatch(call -> call.startsWith("secrets"));
    assertThat(post(query, "keeper").at("/data/node/id").asText()).isEqualTo(secret);
  }

  @Test
  void whatIsNoIdIsSaidAtItsPlaceAndWhatIsUnknownIsNull() throws Exception {
    List<String> ids = new ArrayList<>();
    ids.add("p1"); // of another server, by its looks
    ids.add(id("null"));
    ids.add(id("[\"Book\"]"));
    ids.add(id("[\"Book\",\"1\",\"2\"]"));
    ids.add(id("[\"Place\",\"x\",\"BOTTOM\",\"2026-01-31T10:00:00.123Z\"]"));
    ids.add(id("[\"Place\",1,\"TOP\",\"2026-01-31T10:00:00.123Z\"]")); // its name in Java
    ids.add(id("[\"Book\",{\"a\":[]}]"));
    ids.add(id("[\"Book\",null]"));
    ids.add(id("[[\"Book\",\"1\"]]"));
    ids.add(id("[".repeat(5000)));
    ids.add("");
    int wrong = ids.size();
    ids.add(id("[\"Car\",\"1\"]"));
    ids.add(id("[\"Query\",\"1\"]"));
    ids.add(id("[\"Book\",\"none\"]"));
    ids.add(id("[\"Book\",\"1\"]"));
    JsonNode found =
        MAPPER.valueToTree(
            endpoint
                .execute(
                    ExecutionInput.newExecutionInput(
                            "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Book { title } } }")
                        .variables(Map.of("ids", ids))
                        .build())
                .toSpecification());

    assertThat(found.at("/data/nodes"))
        .hasSize(ids.size())
        .filteredOn(each -> !each.isNull())
        .hasSize(1);
    assertThat(found.at("/data/nodes").get(wrong + 3).toString()).isEqualTo("{\"title\":\"Dune\"}");
    assertThat(found.get("errors"))
        .extracting(error -> error.at("/path/1").asInt())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(found.get("errors"))
        .extracting(error -> error.at("/extensions/code").asText())
        .containsExactlyElementsOf(Collections.nCopies(wrong, "INVALID_ARGUMENT"));
    assertThat(found.at("/errors/0/extensions/violations/0/field").asText()).isEqualTo("ids[0]");
    assertThat(found.at("/errors/4/extensions/violations/0/field").asText())
        .isEqualTo("ids[4].number");
    assertThat(post("{ node(id: \"?\") { id } }", null).at("/errors/0/extensions").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"id\"");
  }

  @Test
  void aFailureIsOfThoseThatTheCallWasFor() throws Exception {
    JsonNode found =
        post(
            "{ nodes(ids: [\"%s\", \"%s\"]) { id } }"
                .formatted(
                    id("[\"Book\",\"broken\"]"),
                    id("[\"Place\",1,\"UPPER\",\"2026-01-31T10:00:00.123Z\"]")),
            null);

    assertThat(found.at("/data/nodes/0").isNull()).isTrue();
    assertThat(found.at("/data/nodes/1").isNull()).isFalse();
    assertThat(found.at("/errors")).hasSize(1);
    assertThat(found.at("/errors/0/extensions/code").asText()).isEqualTo("INTERNAL");
    assertThat(found.toString()).doesNotContain("shelf is broken").contains("incident");
  }

  @Test
  void eachIdCounts() throws Exception {
    GraphQlEndpoint small =
        GraphQlEndpoint.of(
            api(compilation.load("com.acme.ShelfService")),
            GraphQlSettings.DEFAULTS.with(GraphQlLimit.COMPLEXITY, 20));
    String some = "\"%s\", ".formatted(id("[\"Book\",\"1\"]"));

    assertThat(errors(small, "{ nodes(ids: [" + some.repeat(30) + "]) { id } }"))
        .contains("GRAPHQL_LIMIT");
    assertThat(errors(small, "{ nodes(ids: [" + some.repeat(15) + "]) { id } }")).isEqualTo("[]");
  }

  private static String errors(GraphQlEndpoint endpoint, String query) {
    return endpoint
        .execute(ExecutionInput.newExecutionInput(query).build())
        .toSpecification()
        .getOrDefault("errors", List.of())
        .toString();
  }

  @Test
  @Tag("node")
  void theRunningSchemaTellsWhatTheDocumentSays() throws Exception {
    RunningSchema.assertIsTold(endpoint, directory);
    assertThat(endpoint.sdl())
        .contains(
            "  node(id: ID!): Node\n",
            "  nodes(ids: [ID!]!): [Node]!\n",
            "type Book implements Node {\n",
            "  bookId: ID!\n")
        .doesNotContain("PlaceKey");
  }

  @Test
  void whatNothingFindsIsRefusedAtStart() throws Exception {
    Api alone = Api.of(compilation.load("com.acme.LoanService").getConstructor().newInstance());

    assertThatThrownBy(() -> GraphQlEndpoint.of(alone))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Book is a node")
        .hasMessageContaining("\"bookId\"");
  }

  @ParameterizedTest
  @EnumSource
  void aCompilationOfSomeClassesLeavesTheSame(CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory.resolve("partial"));
    Compilation whole = compiler.compile(SERVICE, OTHER).requireSuccess();
    assertThat(whole.resources()).isEqualTo(compilation.resources());

    try (Stream<Path> files = Files.list(whole.classes().resolve("com/acme"))) {
      for (Path file : files.filter(each -> each.toString().contains("LoanService")).toList()) {
        Files.delete(file);
      }
    }
    Compilation part = compiler.compile(OTHER).requireSuccess();
    assertThat(part.resources()).isEqualTo(compilation.resources());
  }

  private static String id(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode post(String query, @Nullable String caller) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(Map.of("query", query))));
    if (caller != null) {
      request.header("Authorization", caller);
    }
    return MAPPER.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }
}
