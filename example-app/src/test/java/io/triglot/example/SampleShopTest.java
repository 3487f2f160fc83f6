package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A client that was written for another server of the same GraphQL schema: its documents lie in
 * {@code sample-shop.graphql}, and are sent as they are.
 */
class SampleShopTest {
  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void listsProductsWithTypedVariables() {
    assertThat(run("Products", "{}", anonymous()))
        .isEqualTo(
            json(
                """
                {"data": {"products": [
                  {"id": "1", "name": "Laptop", "price": 999.99, "stock": 15,
                   "createdAt": "2024-01-15T00:00:00Z"},
                  {"id": "2", "name": "Mouse", "price": 29.99, "stock": 100,
                   "createdAt": "2024-02-01T00:00:00Z"}]}}
                """));
    assertThat(names(run("Products", "{\"minPrice\": 29.99, \"maxPrice\": 29.99}", anonymous())))
        .isEqualTo("[\"Mouse\"]");
    assertThat(names(run("Products", "{\"minPrice\": 30}", anonymous()))).isEqualTo("[\"Laptop\"]");
  }

  @Test
  void findsAProduct() {
    assertThat(run("Product", "{\"id\": \"2\"}", anonymous()).at("/data/product/name").asText())
        .isEqualTo("Mouse");
  }

  @Test
  void answersNullAndAnErrorForAnUnknownProduct() {
    JsonNode response = run("Product", "{\"id\": \"99\"}", anonymous());

    assertThat(response.path("data")).isEqualTo(json("{\"product\": null}"));
    assertError(response, "Product not found", "NOT_FOUND", "{\"invalidArgs\": [\"id\"]}");
  }

  @Test
  void placesAnOrderAndMovesItOn() {
    JsonNode placed = run("CreateOrder", order("1", 2), customer()).at("/data/createOrder");
    String id = placed.path("id").asText();

    assertThat(placed.path("totalPrice").decimalValue()).isEqualByComparingTo("1999.98");
    assertThat(placed.path("status").asText()).isEqualTo("PENDING");
    assertThat(
            run("UpdateOrderStatus", status(id, "SHIPPED"), customer())
                .at("/data/updateOrderStatus/status")
                .asText())
        .isEqualTo("SHIPPED");
    JsonNode orders = run("Orders", "{}", customer()).at("/data/orders");
    assertThat(orders).hasSize(1);
    assertThat(orders.at("/0/id").asText()).isEqualTo(id);
    assertThat(run("Product", "{\"id\": \"1\"}", anonymous()).at("/data/product/stock").asInt())
        .isEqualTo(13);
  }

  @Test
  void refusesWhatTheSampleRefuses() {
    assertError(
        run("CreateOrder", order("99", 1), customer()),
        "Product not found",
        "NOT_FOUND",
        "{\"invalidArgs\": [\"productId\"]}");
    assertError(
        run("CreateOrder", order("1", 0), customer()),
        "Quantity must be positive",
        "INVALID_ARGUMENT",
        "{\"invalidArgs\": [\"quantity\"]}");
    assertError(
        run("CreateOrder", order("1", 16), customer()),
        "Insufficient stock",
        "FAILED_PRECONDITION",
        "{\"available\": 15, \"requested\": 16}");
    assertError(
        run("UpdateOrderStatus", status("99", "SHIPPED"), customer()),
        "Order not found",
        "NOT_FOUND",
        "{\"invalidArgs\": [\"orderId\"]}");
  }

  @Test
  void asksForAUser() {
    for (JsonNode response :
        new JsonNode[] {
          run("Orders", "{}", anonymous()),
          run("CreateOrder", order("1", 1), anonymous()),
          run("UpdateOrderStatus", status("1", "SHIPPED"), anonymous())
        }) {
      assertError(response, "Authentication required", "UNAUTHENTICATED", "{}");
    }
  }

  private static void assertError(
      JsonNode response, String message, String code, String otherExtensions) {
    JsonNode error = response.at("/errors/0");
    assertThat(error.path("message").asText()).isEqualTo(message);
    assertThat(error.at("/extensions/code").asText()).isEqualTo(code);
    json(otherExtensions)
        .properties()
        .forEach(
            member ->
                assertThat(error.path("extensions").path(member.getKey()))
                    .isEqualTo(member.getValue()));
  }

  private JsonNode run(String operation, String variables, Optional<String> token) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("query", document());
    request.put("operationName", operation);
    request.put("variables", json(variables));
    try (GraphQlOverHttp http = new GraphQlOverHttp(shop.shop().port(), token)) {
      return json(http.post(Json.text(request), "application/json").body());
    }
  }

  private static String document() {
    try (InputStream file = SampleShopTest.class.getResourceAsStream("/sample-shop.graphql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String order(String productId, int quantity) {
    return Json.text(Map.of("input", Map.of("productId", productId, "quantity", quantity)));
  }

  private static String status(String orderId, String status) {
    return Json.text(Map.of("orderId", orderId, "status", status));
  }

  private static String names(JsonNode response) {
    return Json.text(response.path("data").path("products").findValuesAsText("name"));
  }

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  private static Optional<String> anonymous() {
    return Optional.empty();
  }

  private static Optional<String> customer() {
    return Optional.of(RunningShop.token("alice", "customer"));
  }
}
