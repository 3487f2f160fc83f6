package io.triglot.example;

import io.triglot.example.users.JwtIssuer;
import io.triglot.example.users.JwtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the shop prints when it opens: its addresses, tokens of two users, and calls to paste. */
final class Welcome {
  private static final Duration TOKENS_LAST = Duration.ofHours(24);

  private static final String TEXT =
      """
      The shop is open.
        REST, GraphQL, pages   {http}
        gRPC                   {grpc}

      Tokens of two users, good for 24 hours, {signed}:
        alice (customer)  {alice}
        root (admin)      {root}

      REST
        curl '{http}/products?minPrice=100'
        curl {http}/products/2
        curl '{http}/products/search?name=la&expand=items.category'
        curl {http}/products/99
        curl {as alice} {json} -d '{"productId": "1", "quantity": 2}' {http}/orders
        curl {as alice} {http}/orders
        curl {as alice} {json} -d '{"card": "a card"}' {http}/orders/1/pay
        curl {as root} {json} -d '{"quantity": 5}' {http}/products/1/restock
        curl {http}/stock/1
        curl -N -H 'Accept: text/event-stream' '{http}/stock/1/changes?after=0'
        curl {as root} '{http}/orders/search?status=PENDING&first=10'
        curl {json} -d '{"id": "bob", "name": "Bob", "email": "bob@shop.example", \
      "password": "a secret of Bob"}' {http}/users
        curl {json} -d '{"id": "bob", "password": "a secret of Bob"}' {http}/sign-in
        curl {as alice} {http}/notifications
        curl {as alice} {json} -d '{"upTo": 1}' {http}/notifications/mark-read
        curl -N {as alice} -H 'Accept: text/event-stream' {http}/order-events
        curl -N {as alice} -H 'Accept: text/event-stream' -H 'Last-Event-ID: 0' \
      {http}/notification-events

      GraphQL
        curl {json} {http}/graphql \
      -d '{"query": "{ products(minPrice: 100) { id name price stock } }"}'
        curl {as alice} {json} {http}/graphql \
      -d '{"query": "mutation { createOrder(input: {productId: \\"2\\", quantity: 3}) \
      { id totalPrice status product { name stock } } }"}'
        curl {as alice} {json} {http}/graphql \
      -d '{"query": "{ orders { id quantity status product { name } payments { status } } }"}'
        curl {as alice} {json} {http}/graphql \
      -d '{"query": "mutation { cancelOrder(orderId: \\"2\\") { id status version } }"}'
        curl {as root} {json} {http}/graphql \
      -d '{"query": "{ users { nodes { name orders { totalPrice product { name } } \
      followers(first: 5) { nodes { name } } posts(first: 5) { nodes { text } } } } }"}'
        curl -N {as alice} {json} -H 'Accept: text/event-stream' {http}/graphql \
      -d '{"query": "subscription { orderEvents { order { id status } previousStatus } }"}'

      gRPC with grpcurl
        grpcurl -plaintext -d '{"min_price": "100"}' \
      {grpc} triglot.example.catalog.v1.ProductService/Products
        grpcurl -plaintext {as alice} -d '{"order_id": "1", "status": "ORDER_STATUS_SHIPPED"}' \
      {grpc} triglot.example.orders.v1.OrderService/UpdateOrderStatus
        grpcurl -plaintext {as alice} {grpc} triglot.example.orders.v1.OrderService/OrderEvents

      gRPC with buf
        {buf curl} -d '{"min_price": "100"}' http://{grpc}/triglot.example.catalog.v1.ProductService/Products
        {buf curl} {as alice} -d '{"order_id": "1", "status": "ORDER_STATUS_SHIPPED"}' \
      http://{grpc}/triglot.example.orders.v1.OrderService/UpdateOrderStatus
        {buf curl} {as alice} http://{grpc}/triglot.example.orders.v1.OrderService/OrderEvents

      Ctrl-C closes the shop.
      """;

  private Welcome() {}

  static String text(int port, int grpcPort, ShopSettings settings) {
    JwtIssuer issuer = new JwtIssuer(JwtKey.of(settings.jwtSecret()));
    Instant expiry = Instant.now().plus(TOKENS_LAST);
    String alice = issuer.issue("alice", List.of("customer"), expiry);
    String root = issuer.issue("root", List.of("admin"), expiry);
    return TEXT.replace("{http}", "http://127.0.0.1:" + port)
        .replace("{grpc}", "127.0.0.1:" + grpcPort)
        .replace("{signed}", signed(settings.jwtSecret()))
        .replace("{json}", "-H 'Content-Type: application/json'")
        .replace("{buf curl}", "buf curl --protocol grpc --http2-prior-knowledge")
        .replace("{as alice}", "-H 'Authorization: Bearer " + alice + "'")
        .replace("{as root}", "-H 'Authorization: Bearer " + root + "'")
        .replace("{alice}", alice)
        .replace("{root}", root);
  }

  private static String signed(String secret) {
    return secret.equals(ShopSettings.DEVELOPMENT_SECRET)
        ? "signed with the secret for development, \"" + secret + "\" (SHOP_JWT_SECRET changes it)"
        : "signed with the secret in SHOP_JWT_SECRET";
  }
}
