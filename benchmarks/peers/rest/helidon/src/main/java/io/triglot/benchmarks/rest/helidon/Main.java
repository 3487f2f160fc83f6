package io.triglot.benchmarks.rest.helidon;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.triglot.benchmarks.rest.shop.NewOrder;
import io.triglot.benchmarks.rest.shop.Shop;

/** The process of Helidon SE: takes its port. */
final class Main {
  private Main() {}

  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    Shop shop = new Shop();
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .routing(routing -> route(routing, shop))
        .build()
        .start();
  }

  private static void route(HttpRouting.Builder routing, Shop shop) {
    routing
        .get(
            "/products/{id}",
            (request, response) ->
                response.send(shop.product(request.path().pathParameters().get("id"))))
        .get("/products", (request, response) -> response.send(shop.products()))
        .post(
            "/orders",
            (request, response) ->
                response.send(shop.createOrder(request.content().as(NewOrder.class))));
  }
}
