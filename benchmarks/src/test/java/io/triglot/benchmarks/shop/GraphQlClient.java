package io.triglot.benchmarks.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.CompletableFuture;

/** A client of the GraphQL endpoint, over HTTP; its streams are server-sent events. */
final class GraphQlClient implements ShopClient {
  private static final String PRODUCT = "{ id name price stock createdAt }";
  private static final String ORDER = "{ id productId quantity totalPrice status createdAt }";
  private static final byte[] LIST =
      request(
          "query ($min: Float, $max: Float) { products(minPrice: $min, maxPrice: $max) "
              + PRODUCT
              + " }",
          "{\"min\":" + Goods.MIN_PRICE + ",\"max\":" + Goods.MAX_PRICE + "}");
  private static final byte[] NESTED_LIST =
      request(
          "{ orders { id productId quantity totalPrice status createdAt product "
              + PRODUCT
              + " } }",
          "{}");
  private static final byte[] EVENTS =
      request(
          "subscription { orderEvents { order " + ORDER + " previousStatus occurredAt } }", "{}");

  private final HttpCalls http;

  GraphQlClient(HttpCalls http) {
    this.http = http;
  }

  @Override
  public CompletableFuture<Void> call(Operation operation) {
    return switch (operation) {
      case READ_ONE ->
          send(
              request(
                  "query ($id: ID!) { product(id: $id) " + PRODUCT + " }",
                  "{\"id\":\"" + Goods.anyProduct() + "\"}"));
      case LIST -> send(LIST);
      case NESTED_LIST -> send(NESTED_LIST);
      case CREATE_ORDER ->
          send(
              request(
                  "mutation ($input: CreateOrderInput!) { createOrder(input: $input) "
                      + ORDER
                      + " }",
                  "{\"input\":{\"productId\":\"" + Goods.anyProduct() + "\",\"quantity\":1}}"));
    };
  }

  @Override
  public OpenStream events(StreamListener listener) {
    return http.events(http.post("/graphql", EVENTS), listener);
  }

  @Override
  public void close() {
    http.close();
  }

  private CompletableFuture<Void> send(byte[] request) {
    return http.send(http.post("/graphql", request), GraphQlClient::hasNoErrors);
  }

  /** A response may say 200 and have errors: they would come first, or after the data. */
  private static boolean hasNoErrors(byte[] body) {
    return !new String(body, UTF_8).contains("\"errors\"");
  }

  private static byte[] request(String query, String variables) {
    return ("{\"query\":\"" + query + "\",\"variables\":" + variables + "}").getBytes(UTF_8);
  }
}
