package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.Api;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The known attacks on GraphQL servers, over HTTP, by a server with the limits it has by itself.
 */
@Timeout(120)
class AttacksTest {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static final Sample sample = new Sample();
  private static JettyHost host;
  private static JettyHost strict;
  private static JettyHost hurried;

  @BeforeAll
  static void start() throws Exception {
    host = new JettyHost(GraphQlEndpoint.of(Api.of(sample)));
    strict =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.of(sample),
                GraphQlSettings.DEFAULTS
                    .withoutIntrospection()
                    .with(GraphQlLimit.BATCH, 2)
                    .with(GraphQlLimit.TOKENS, 60)
                    .with(GraphQlLimit.DEPTH, 3)
                    .with(GraphQlLimit.COMPLEXITY, 3_000)
                    .withCost("Query.greeting", 1_001)));
    hurried =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.of(sample), GraphQlSettings.DEFAULTS.withTimeLimit(Duration.ofSeconds(2))));
  }

  @AfterAll
  static void stop() {
    host.close();
    strict.close();
    hurried.close();
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack("DEPTH", "{ people(first: 1) " + nested("siblings", 20) + " }"),
        attack("FIELDS", bomb(14)),
        attack("ALIASES", "{ " + many(101, "a%d: people(first: 1) { id }") + " }"),
        attack("DIRECTIVES", "{ people(first: 1) { id " + many(101, "@include(if: true)") + " } }"),
        attack("TOKENS", "{ " + many(15_001, "a") + " }"),
        attack("COMPLEXITY", "{ people(first: 100000) { id label } }"),
        attack("COMPLEXITY", "{ people(first: 2147483647) { id siblings { id } } }"),
        attack("COMPLEXITY", "{ people(first: 2) " + nested("siblings", 6) + " }"),
        attack("COMPLEXITY", "{ " + many(100, "a%d: people(first: 999) { id label }") + " }"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whatWouldCostTooMuchIsRefusedByTheLimitThatItExceeds(String limit, String query)
      throws Exception {
    HttpResponse<String> response = send(host, query, Map.of());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .doesNotContain("\"data\"")
        .contains("\"reason\":\"GRAPHQL_LIMIT\"", "\"limit\":\"" + limit + "\"");
  }

  @Test
  void fragmentsThatSpreadOneAnotherAreRefused() throws Exception {
    String query =
        "{ people(first: 1) { ...a } } fragment a on Parent { siblings { ...b } }"
            + " fragment b on Parent { siblings { ...a } }";
    assertThat(send(host, query, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void introspectionInCirclesIsRefused() throws Exception {
    String query =
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assertThat(send(host, query, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void theSizeOfAListMayBeAVariable() throws Exception {
    String query = "query ($n: Int = 10) { people(first: $n) { id label } }";
    assertThat(send(host, query, Map.of("n", 100_000)).body())
        .contains("\"limit\":\"COMPLEXITY\"", "\"most\":100000");
    assertThat(send(host, query, Map.of("n", 2)).body())
        .isEqualTo(
            "{\"data\":{\"people\":[{\"id\":0,\"label\":\"label 0\"},"
                + "{\"id\":1,\"label\":\"label 1\"}]}}");
    assertThat(send(host, query, Map.of()).statusCode()).isEqualTo(200);
    assertThat(send(host, query, Map.of("n", -1)).body()).doesNotContain("GRAPHQL_LIMIT");
    assertThat(send(host, query.replace("10)", "100000)"), Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void fieldsCostWhatTheirServiceOrTheSettingsSay() throws Exception {
    assertThat(send(strict, "{ a: slow b: slow c: slow caller }", Map.of()).body())
        .contains("\"limit\":\"COMPLEXITY\"", "\"most\":3000");
    String greetings = "{ a: greeting(name: \"\") b: greeting(name: \"\") %s }";
    assertThat(send(strict, greetings.formatted(""), Map.of()).statusCode()).isEqualTo(200);
    assertThat(send(strict, greetings.formatted("slow"), Map.of()).body())
        .contains("\"limit\":\"COMPLEXITY\"");
  }

  @Test
  void methodsThatTakeTooLongAreInterruptedAndTheOthersAnswerAllTheSame() throws Exception {
    assertThat(send(hurried, "{ people(first: 1) { id } slow }", Map.of()).body())
        .startsWith("{\"errors\":[{\"message\":\"Deadline exceeded\"")
        .contains("\"path\":[\"slow\"]", "\"code\":\"DEADLINE_EXCEEDED\"")
        .endsWith("\"data\":{\"people\":[{\"id\":0}],\"slow\":null}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ __schema { queryType { name } } }", "{ __type(name: \"A\") { name } }"})
  void aServerMayKeepItsSchemaToItself(String query) throws Exception {
    assertThat(send(strict, query, Map.of()).body()).contains("\"reason\":\"INTROSPECTION_OFF\"");
    assertThat(send(host, query, Map.of()).statusCode()).isEqualTo(200);
    assertThat(send(strict, "{ people { __typename } }", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSetIsALimitInPlaceOfTheStandard() throws Exception {
    assertThat(send(strict, "{ " + many(60, "caller") + " }", Map.of()).body())
        .contains("\"limit\":\"TOKENS\"", "\"most\":60");
    assertThat(send(strict, "{ people { siblings { siblings { id } } } }", Map.of()).body())
        .contains("\"limit\":\"DEPTH\"", "\"most\":3");
  }

  @Test
  void arraysOfRequestsAreTakenWhereTheyAreAllowedAndNotTooLong() throws Exception {
    String one = "{\"query\": \"{ people { id } }\"}";
    String other = "{\"query\": \"mutation { add(amount: 0) }\"}";
    String array = " [" + one + "," + other + "]";
    assertThat(post(host, array).statusCode()).isEqualTo(400);
    assertThat(post(strict, array).body())
        .isEqualTo(
            "[{\"data\":{\"people\":[{\"id\":0},{\"id\":1},{\"id\":2}]}},{\"data\":{\"add\":0}}]");
    HttpResponse<String> tooMany = post(strict, "[" + one + "," + one + "," + one + "]");
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(tooMany.body()).contains("\"limit\":\"BATCH\"", "\"most\":2");
    assertThat(post(strict, "[null]").statusCode()).isEqualTo(400);
    assertThat(post(strict, "[{\"query\": \"subscription { count(to: 1) }\"}]").body())
        .contains("A subscription is not sent in an array");
  }

  @Test
  void costsOfFieldsThatThereAreNotAreTold() {
    assertThatThrownBy(
            () ->
                GraphQlEndpoint.of(
                    Api.of(sample), GraphQlSettings.DEFAULTS.withCost("Query.nothing", 5)))
        .hasMessage("There is a cost of the GraphQL field Query.nothing, which no type has.");
  }

  private static Arguments attack(String limit, String query) {
    return Arguments.of(limit, query);
  }

  private static String nested(String field, int levels) {
    return ("{ " + field + " ").repeat(levels) + "{ id }" + " }".repeat(levels);
  }

  private static String many(int count, String text) {
    return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining(" "));
  }

  /** Fragments each of which spreads the next one twice. */
  private static String bomb(int levels) {
    return "{ people(first: 1) { ...f0 } } "
        + IntStream.range(0, levels)
            .mapToObj(i -> "fragment f%d on Parent { ...f%d ...f%d } ".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining())
        + "fragment f%d on Parent { id }".formatted(levels);
  }

  private static HttpResponse<String> send(JettyHost to, String query, Map<String, ?> variables)
      throws Exception {
    return post(to, GraphQlJson.text(Map.of("query", query, "variables", variables)));
  }

  private static HttpResponse<String> post(JettyHost to, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(to.uri("http"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
