package io.triglot.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestBadInputTest {
  @RegisterExtension final RunningShop shop = new RunningShop();

  private RestClient client;

  @BeforeEach
  void connect() {
    client = new RestClient(shop.shop().port(), Optional.of(RunningShop.token("root", "admin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"productId\": ", "[]", "null", "7", "\"text\"", ""})
  void refusesABodyThatIsNoOrder(String body) {
    assertProblem(post("/orders", body), 400, "INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"productId": "1", "quantity": "many"}      | input.quantity
          {"productId": "1", "quantity": 1.5}         | input.quantity
          {"productId": "1", "quantity": "1"}         | input.quantity
          {"productId": "1", "quantity": true}        | input.quantity
          {"productId": "1", "quantity": 2147483648}  | input.quantity
          {"productId": "1", "quantity": -2147483649} | input.quantity
          {"productId": "1", "quantity": 1e400}       | input.quantity
          {"productId": "1", "quantity": 99999999999999999999999} | input.quantity
          {"productId": "1", "quantity": null}        | input.quantity
          {"productId": "1"}                          | input.quantity
          {"productId": ["1"], "quantity": 1}         | input.productId
          {"productId": 1, "quantity": 1}             | input.productId
          {"productId": null, "quantity": 1}          | input.productId
          {"quantity": 1}                             | input.productId
          {"productId": "1", "quantity": 1, "gift": 1} | input.gift
          """)
  void namesTheFieldAtFault(String body, String field) {
    JsonNode problem = assertProblem(post("/orders", body), 400, "INVALID_ARGUMENT");

    assertThat(problem.path("violations").findValuesAsText("field")).containsExactly(field);
  }

  @Test
  void namesTheEnumConstantThatDoesNotExist() {
    JsonNode problem =
        assertProblem(
            post("/orders/1/update-status", "{\"status\": \"LOST\"}"), 400, "INVALID_ARGUMENT");

    assertThat(problem.path("violations").findValuesAsText("field")).containsExactly("status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"minPrice=cheap", "minPrice=", "maxPrice=1e999999999999"})
  void refusesAQueryParameterThatIsNoNumber(String query) {
    JsonNode problem =
        assertProblem(client.send(client.request("/products?" + query)), 400, "INVALID_ARGUMENT");

    assertThat(problem.path("violations").findValuesAsText("field"))
        .containsExactly(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/product", "/products/1/restock/more", "/orders/1", "/nothing"})
  void answers404WhereThereIsNothing(String path) {
    assertProblem(client.send(client.request(path)), 404, "NOT_FOUND");
  }

  @Test
  void answers405WithTheMethodsThatAreAllowed() {
    HttpResponse<String> response = client.send(client.request("/orders").DELETE());

    assertProblem(response, 405, "UNIMPLEMENTED");
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void answers415ToAnotherContentType() {
    HttpRequest.Builder request =
        client
            .request("/orders")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("productId=1"));

    assertProblem(client.send(request), 415, "INVALID_ARGUMENT");
  }

  @Test
  void answers406WhereTheClientWantsAnotherType() {
    HttpRequest.Builder request = client.request("/products").header("Accept", "application/xml");

    assertProblem(client.send(request), 406, "INVALID_ARGUMENT");
  }

  @Test
  void answers413ToABodyThatIsTooLarge() {
    String body = "{\"productId\": \"" + "1".repeat(5_000_000) + "\", \"quantity\": 1}";

    assertProblem(post("/orders", body), 413, "RESOURCE_EXHAUSTED");
  }

  @Test
  void tellsWhereMalformedJsonBreaks() {
    JsonNode problem =
        assertProblem(post("/orders", "{\"productId\": \"1\",\n ]"), 400, "INVALID_ARGUMENT");

    assertThat(problem.path("detail").asText()).matches("Malformed JSON at line 2, column \\d+");
  }

  @ParameterizedTest
  @MethodSource
  void saysHowToSignInToABearerOfABadToken(String token) {
    RestClient anonymous = new RestClient(shop.shop().port(), Optional.of(token));
    HttpResponse<String> response = anonymous.send(anonymous.request("/orders"));

    assertProblem(response, 401, "UNAUTHENTICATED");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer error=\"invalid_token\"");
  }

  static Stream<String> saysHowToSignInToABearerOfABadToken() {
    String good = RunningShop.token("root", "admin");
    String unsigned =
        Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
            + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1);
    String signedByAnother =
        new JwtIssuer(JwtKey.of("another secret that is just as long as it must be"))
            .issue("root", List.of("admin"), Instant.now().plus(1, HOURS));
    return Stream.of(
        "nonsense", "a.b.c", RunningShop.expiredToken("root"), unsigned, signedByAnother);
  }

  @Test
  void forbidsWhatACallerHasNoRoleFor() {
    client = new RestClient(shop.shop().port(), Optional.of(RunningShop.token("alice")));

    assertProblem(post("/products/1/restock", "{"), 403, "PERMISSION_DENIED");
  }

  @Test
  void doesNotReadTheBodyOfACallerWhoMayNotCall() {
    RestClient anonymous = new RestClient(shop.shop().port(), Optional.empty());
    HttpResponse<String> response =
        anonymous.send(
            anonymous
                .request("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{")));

    assertProblem(response, 401, "UNAUTHENTICATED");
  }

  private HttpResponse<String> post(String path, String body) {
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Asserts what is said of the fault, and that nothing else has come of it. */
  private JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Json.parse(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("detail").asText()).isNotEmpty();
    assertThat(client.orders()).isEmpty();
    assertThat(client.product("1").stock()).isEqualTo(15);
    return problem;
  }
}
