package io.triglot.benchmarks.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.CompletableFuture;

/**
 * A client of the REST routes. A nested list is one request for the orders, and one per product.
 */
final class RestClient implements ShopClient {
  private final HttpCalls http;

  RestClient(HttpCalls http) {
    this.http = http;
  }

  @Override
  public CompletableFuture<Void> call(Operation operation) {
    return switch (operation) {
      case READ_ONE -> get("/products/" + Goods.anyProduct());
      case LIST -> get("/products?minPrice=" + Goods.MIN_PRICE + "&maxPrice=" + Goods.MAX_PRICE);
      case NESTED_LIST -> get("/orders").thenCompose(orders -> orderedProducts());
      case CREATE_ORDER -> http.send(http.post("/orders", order()), body -> true);
    };
  }

  @Override
  public OpenStream events(StreamListener listener) {
    return http.events(http.get("/order-events"), listener);
  }

  @Override
  public void close() {
    http.close();
  }

  private CompletableFuture<Void> orderedProducts() {
    CompletableFuture<?>[] products = new CompletableFuture<?>[Goods.ORDERED_PRODUCTS];
    for (int i = 0; i < products.length; i++) {
      products[i] = get("/products/" + Goods.product(i));
    }
    return ShopClient.all(products);
  }

  private CompletableFuture<Void> get(String path) {
    return http.send(http.get(path), body -> true);
  }

  private static byte[] order() {
    return ("{\"productId\":\"" + Goods.anyProduct() + "\",\"quantity\":1}").getBytes(UTF_8);
  }
}
