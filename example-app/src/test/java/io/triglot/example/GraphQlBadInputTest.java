package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlBadInputTest {
  private static final String ORDER =
      "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }";
  private static final String ACCEPT = "application/graphql-response+json";

  @RegisterExtension final RunningShop shop = new RunningShop();

  private GraphQlOverHttp http;

  @BeforeEach
  void connect() {
    http = new GraphQlOverHttp(shop.shop().port(), Optional.of(RunningShop.token("alice")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"query\": ", "[]", "7", "{}", "{\"query\": 7}", ""})
  void answers400ToABodyThatIsNoRequest(String body) {
    HttpResponse<String> response = http.post(body, ACCEPT);

    assertThat(response.statusCode()).isEqualTo(400);
    assertError(Json.parse(response.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ products", "{ prices }", "{ products { weight } }", "{ product { id } }"})
  void answers400ToADocumentThatIsNotValid(String query) {
    HttpResponse<String> response = http.post(Json.text(GraphQlRequest.of(query)), ACCEPT);

    assertThat(response.statusCode()).isEqualTo(400);
    assertError(Json.parse(response.body()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"productId": "1", "quantity": "many"}       | input    | input.quantity
          {"productId": "1", "quantity": 1.5}          | input    | input.quantity
          {"productId": "1", "quantity": 2147483648}   | input    | input.quantity
          {"productId": "1", "quantity": null}         | quantity | input.quantity
          {"productId": "1"}                           | quantity | input.quantity
          {"quantity": 1}                              | productId | input.productId
          {"productId": "1", "quantity": 1, "gift": 1} | gift     | input.gift
          7                                            | input    | input
          """)
  void namesTheVariableAtFault(String input, String field, String path) {
    JsonNode response = execute(ORDER, Map.of("input", Json.parse(input)));

    JsonNode error = assertError(response);
    assertThat(error.path("message").asText()).contains(field);
    assertThat(error.at("/extensions/violations").findValuesAsText("field")).containsExactly(path);
  }

  @Test
  void namesTheArgumentThatAVariableStandsFor() {
    JsonNode response =
        execute(
            "mutation ($pieces: Int!) { ...on Mutation {"
                + " createOrder(input: {productId: \"1\", quantity: $pieces}) { id } } }",
            Map.of("pieces", "many"));

    assertThat(assertError(response).at("/extensions/violations/0/field").asText())
        .isEqualTo("input.quantity");
  }

  @Test
  void namesTheEnumConstantThatDoesNotExist() {
    JsonNode response =
        execute(
            "mutation ($status: OrderStatus!)"
                + " { updateOrderStatus(orderId: \"1\", status: $status) { id } }",
            Map.of("status", "LOST"));

    assertThat(assertError(response).path("message").asText()).contains("LOST");
  }

  @Test
  void answers413ToABodyThatIsTooLarge() {
    HttpResponse<String> response =
        http.post(
            Json.text(GraphQlRequest.of("{ products { id } }" + " ".repeat(5_000_000))), ACCEPT);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(assertError(Json.parse(response.body())).at("/extensions/code").asText())
        .isEqualTo("RESOURCE_EXHAUSTED");
  }

  @Test
  void keepsTheDataThatAFailedFieldLeaves() {
    JsonNode response =
        http.execute(GraphQlRequest.of("{ product(id: \"99\") { id } products { id } }"));

    assertThat(response.at("/data/product").isNull()).isTrue();
    assertThat(response.at("/data/products")).hasSize(2);
    assertError(response);
  }

  private JsonNode execute(String query, Map<String, ?> variables) {
    JsonNode response = http.execute(new GraphQlRequest(query, variables));
    assertThat(response.path("data").isEmpty()).isTrue();
    assertThat(
            http.execute(GraphQlRequest.of("{ orders { id } product(id: \"1\") { stock } }"))
                .path("data"))
        .isEqualTo(Json.parse("{\"orders\": [], \"product\": {\"stock\": 15}}"));
    return response;
  }

  private static JsonNode assertError(JsonNode response) {
    JsonNode error = response.at("/errors/0");
    assertThat(error.path("message").asText()).as(response.toString()).isNotEmpty();
    return error;
  }
}
