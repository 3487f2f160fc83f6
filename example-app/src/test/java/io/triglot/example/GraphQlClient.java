package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.example.catalog.Product;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A client of the GraphQL schema, over HTTP or over a WebSocket. */
final class GraphQlClient implements ShopClient {
  private static final String PRODUCT = "{ id name price stock createdAt }";
  private static final String ORDER =
      "{ id productId quantity totalPrice status createdAt userId version }";

  /** How requests and responses travel. */
  interface Transport extends AutoCloseable {
    /** The response to a query or a mutation. */
    JsonNode execute(GraphQlRequest request);

    /** The order events of a subscription. */
    EventStream subscribe(GraphQlRequest request);

    @Override
    void close();
  }

  private final Transport transport;

  GraphQlClient(Transport transport) {
    this.transport = transport;
  }

  @Override
  public List<Product> products(BigDecimal minPrice, BigDecimal maxPrice) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("minPrice", minPrice);
    variables.put("maxPrice", maxPrice);
    return Json.readAll(
        field(
            "query ($minPrice: Float, $maxPrice: Float)"
                + " { result: products(minPrice: $minPrice, maxPrice: $maxPrice) "
                + PRODUCT
                + " }",
            variables),
        Product.class);
  }

  @Override
  public Product product(String id) {
    return Json.read(
        field("query ($id: ID!) { result: product(id: $id) " + PRODUCT + " }", Map.of("id", id)),
        Product.class);
  }

  @Override
  public Product restock(String productId, int quantity) {
    return Json.read(
        field(
            "mutation ($id: ID!, $quantity: Int!)"
                + " { result: restock(productId: $id, quantity: $quantity) "
                + PRODUCT
                + " }",
            Map.of("id", productId, "quantity", quantity)),
        Product.class);
  }

  @Override
  public List<Order> orders() {
    return Json.readAll(field("{ result: orders " + ORDER + " }", Map.of()), Order.class);
  }

  @Override
  public Order createOrder(String productId, int quantity) {
    return Json.read(
        field(
            "mutation ($input: CreateOrderInput!) { result: createOrder(input: $input) "
                + ORDER
                + " }",
            Map.of("input", Map.of("productId", productId, "quantity", quantity))),
        Order.class);
  }

  @Override
  public Order updateOrderStatus(String orderId, OrderStatus status) {
    return Json.read(
        field(
            "mutation ($id: ID!, $status: OrderStatus!)"
                + " { result: updateOrderStatus(orderId: $id, status: $status) "
                + ORDER
                + " }",
            Map.of("id", orderId, "status", status)),
        Order.class);
  }

  @Override
  public EventStream orderEvents() {
    return transport.subscribe(
        GraphQlRequest.of(
            "subscription { orderEvents { order " + ORDER + " previousStatus occurredAt } }"));
  }

  @Override
  public void close() {
    transport.close();
  }

  /** The whole response, errors included. */
  JsonNode execute(String query, Map<String, ?> variables) {
    return transport.execute(new GraphQlRequest(query, variables));
  }

  private JsonNode field(String query, Map<String, ?> variables) {
    JsonNode response = execute(query, variables);
    if (response.has("errors")) {
      throw failure(response);
    }
    return response.path("data").path("result");
  }

  /** The event in a response of a subscription; a failure where it has errors. */
  static OrderEvent event(JsonNode response) {
    if (response.has("errors")) {
      throw failure(response);
    }
    return Json.read(response.path("data").path("orderEvents"), OrderEvent.class);
  }

  /** What the first error of a response tells. */
  static CallFailure failure(JsonNode response) {
    JsonNode error = response.path("errors").path(0);
    return Json.failure(
        error.path("extensions"),
        error.path("message").asText(),
        Set.of("code", "reason", "violations", "classification"));
  }
}
