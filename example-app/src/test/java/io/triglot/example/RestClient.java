package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.example.catalog.Product;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A client of the REST routes, over {@code java.net.http}. */
final class RestClient implements ShopClient {
  private static final Set<String> STANDARD =
      Set.of("type", "title", "status", "detail", "instance", "code", "reason", "violations");

  /** Of HTTP/1.1: while it upgrades a connection, the JDK's client may lose its place. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final Optional<String> token;

  RestClient(int port, Optional<String> token) {
    this.base = URI.create("http://127.0.0.1:" + port);
    this.token = token;
  }

  @Override
  public List<Product> products(BigDecimal minPrice, BigDecimal maxPrice) {
    StringJoiner query = new StringJoiner("&", "/products?", "").setEmptyValue("/products");
    if (minPrice != null) {
      query.add("minPrice=" + minPrice);
    }
    if (maxPrice != null) {
      query.add("maxPrice=" + maxPrice);
    }
    return Json.readAll(get(query.toString()), Product.class);
  }

  @Override
  public Product product(String id) {
    return Json.read(get("/products/" + id), Product.class);
  }

  @Override
  public Product restock(String productId, int quantity) {
    return Json.read(
        post("/products/" + productId + "/restock", Map.of("quantity", quantity)), Product.class);
  }

  @Override
  public List<Order> orders() {
    return Json.readAll(get("/orders"), Order.class);
  }

  @Override
  public Order createOrder(String productId, int quantity) {
    return Json.read(
        post("/orders", Map.of("productId", productId, "quantity", quantity)), Order.class);
  }

  @Override
  public Order updateOrderStatus(String orderId, OrderStatus status) {
    return Json.read(
        post("/orders/" + orderId + "/update-status", Map.of("status", status)), Order.class);
  }

  @Override
  public EventStream orderEvents() {
    HttpRequest request =
        request("/order-events")
            .header("Accept", "text/event-stream")
            // Of HTTP/2 the JDK's client breaks streams off at GOAWAY, before JDK 24.
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return ServerSentEvents.open(
        http,
        request,
        (stream, event, data) -> {
          if (event.equals("error")) {
            stream.fail(problem(Json.parse(data)));
          } else {
            stream.add(Json.read(Json.parse(data), OrderEvent.class));
          }
        },
        body -> problem(Json.parse(body)));
  }

  @Override
  public void close() {}

  /** Sends a request as it is. */
  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  /** Sends a request as it is, and reads the answer in its own way. */
  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A GET of a path, with the client's token. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return request;
  }

  private JsonNode get(String path) {
    return answer(request(path));
  }

  private JsonNode post(String path, Object body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.text(body))));
  }

  private JsonNode answer(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    JsonNode body = Json.parse(response.body());
    if (response.statusCode() / 100 == 2) {
      return body;
    }
    throw problem(body);
  }

  /** What a problem document (RFC 9457) tells. */
  static CallFailure problem(JsonNode problem) {
    return Json.failure(problem, problem.path("detail").asText(), STANDARD);
  }
}
