package io.triglot.example;

import java.util.Optional;

/** The ways in which a client reaches the shop. */
enum Wire {
  REST,
  GRAPHQL,
  GRAPHQL_WEBSOCKET,
  GRPC;

  /** A client that signs its calls with the token, if there is one. */
  ShopClient connect(Shop shop, Optional<String> token) {
    return switch (this) {
      case REST -> new RestClient(shop.port(), token);
      case GRAPHQL -> new GraphQlClient(new GraphQlOverHttp(shop.port(), token));
      case GRAPHQL_WEBSOCKET -> new GraphQlClient(new GraphQlOverWebSocket(shop.port(), token));
      case GRPC -> new GrpcClient(shop.grpcPort(), token);
    };
  }
}
