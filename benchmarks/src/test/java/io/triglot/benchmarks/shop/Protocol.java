package io.triglot.benchmarks.shop;

import java.util.List;

/** A protocol, and what carries it. */
enum Protocol {
  REST("REST"),
  GRAPHQL("GraphQL"),
  GRPC("gRPC"),
  REST_HTTP2("REST on HTTP/2"),
  GRAPHQL_HTTP2("GraphQL on HTTP/2");

  /** As most clients call them: REST and GraphQL on HTTP/1.1, gRPC on HTTP/2. */
  static final List<Protocol> USUAL = List.of(REST, GRAPHQL, GRPC);

  private final String title;

  Protocol(String title) {
    this.title = title;
  }

  /**
   * A client of a shop.
   *
   * @param inFlight how many calls or streams it may have open at once
   */
  ShopClient connect(ShopAddress shop, int inFlight) {
    return switch (this) {
      case REST -> new RestClient(new HttpCalls(shop, inFlight, false));
      case REST_HTTP2 -> new RestClient(new HttpCalls(shop, inFlight, true));
      case GRAPHQL -> new GraphQlClient(new HttpCalls(shop, inFlight, false));
      case GRAPHQL_HTTP2 -> new GraphQlClient(new HttpCalls(shop, inFlight, true));
      case GRPC -> new GrpcClient(shop, inFlight);
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
