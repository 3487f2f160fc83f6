package com.acme.orders;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks for orders by REST. */
public class RestOrders implements Orders {
  private final ObjectMapper json = new JsonSettings().getContext(Order.class);
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String token;

  public RestOrders(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  @Override
  public Order order(String id) {
    return get("/orders/" + id, id, new TypeReference<Order>() {});
  }

  @Override
  public List<Order> orders(String customer, int pageSize) {
    String path = "/orders?customer=" + customer + "&page-size=" + pageSize;
    return get(path, "", new TypeReference<List<Order>>() {});
  }

  private <T> T get(String path, String id, TypeReference<T> type) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path)).header("Authorization", token).build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        throw new OrderNotFound(id);
      }
      return json.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
