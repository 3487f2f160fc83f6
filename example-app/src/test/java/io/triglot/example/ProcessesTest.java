package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.example.inventory.Stock;
import io.triglot.example.notifications.News.OrderChanged;
import io.triglot.example.notifications.Notification;
import io.triglot.example.notifications.NotificationsGrpcClient;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderStatus;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shop with inventory, notifications and payment provider in processes of their own. */
@Timeout(240)
class ProcessesTest {
  private static final String ALICE = RunningShop.token("alice", "customer");
  private static final String ALL =
      "{ me { name unread } orders { id reservation { quantity endsAt }"
          + " payments { status charge { amount status } } } }";

  @RegisterExtension final RunningShop shop = RunningShop.inProcesses();

  private ChildProcess provider;

  @BeforeEach
  void startProvider() {
    provider = shop.closedAtTheEnd(Shop.provider(shop.shop().webhook(), RunningShop.SECRET));
    shop.shop().paymentsAt(URI.create(provider.address()));
  }

  @Test
  void ordersReserveAndTellThroughOtherProcesses() {
    Received<Notification> news = shop.closedAtTheEnd(notifications(0));

    Order order = shop.customer(Wire.GRPC).createOrder("1", 2);
    assertThat(news.next().news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.PENDING));
    pay(order);
    assertThat(news.next().news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.PAYING));
    news.next();
    assertThat(news.next().news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.CONFIRMED));

    JsonNode all = graphQl(ALL);
    assertThat(all.has("errors")).as(all.toString()).isFalse();
    assertThat(all.at("/data/me/unread").asInt()).isEqualTo(4);
    assertThat(all.at("/data/orders/0/reservation/quantity").asInt()).isEqualTo(2);
    assertThat(all.at("/data/orders/0/reservation/endsAt").isNull()).isTrue();
    assertThat(all.at("/data/orders/0/payments/0/charge/status").asText()).isEqualTo("SUCCEEDED");
    JsonNode stock = graphQl("{ stock(productId: 1) { productId available number changedAt } }");
    assertThat(Json.read(stock.at("/data/stock"), Stock.class).available()).isEqualTo(13);
    assertThat(shop.anonymous(Wire.REST).product("1").stock()).isEqualTo(13);
    CallFailure soldOut =
        Assertions.catchThrowableOfType(
            CallFailure.class, () -> shop.customer(Wire.REST).createOrder("1", 14));
    assertThat(soldOut.reason()).isEqualTo("INSUFFICIENT_STOCK");
    assertThat(soldOut.details()).isEqualTo(Map.of("available", "13", "requested", "14"));
  }

  @Test
  void whatIsDownCostsItsOwnFieldsAlone() {
    Order order = shop.customer(Wire.REST).createOrder("1", 2);
    Received<Notification> news = shop.closedAtTheEnd(notifications(0));
    news.next();
    pay(order);

    shop.shop().process(PartServer.INVENTORY).kill();

    JsonNode partial = graphQl(ALL);
    assertThat(partial.at("/data/orders/0/reservation").isNull()).isTrue();
    assertThat(partial.at("/data/orders/0/id").asText()).isEqualTo(order.id());
    assertThat(partial.at("/data/orders/0/payments/0/charge/amount").decimalValue())
        .isEqualByComparingTo("1999.98");
    assertThat(partial.at("/data/me/unread").asInt()).isPositive();
    assertThat(partial.at("/errors")).hasSize(1);
    assertThat(partial.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(partial.at("/errors/0/path/2").asText()).isEqualTo("reservation");
    CallFailure refused =
        Assertions.catchThrowableOfType(
            CallFailure.class, () -> shop.customer(Wire.GRPC).createOrder("1", 1));
    assertThat(refused.code()).isEqualTo("UNAVAILABLE");
    assertThat(shop.customer(Wire.REST).orders()).hasSize(1);

    provider.kill();
    JsonNode less = graphQl(ALL);
    assertThat(less.at("/data/orders/0/payments/0/charge").isNull()).isTrue();
    assertThat(less.at("/data/orders/0/payments/0/status").isNull()).isFalse();
    assertThat(less.at("/errors")).hasSize(2);
  }

  @Test
  void ordersGoOnWithoutNotifications() {
    shop.shop().process(PartServer.NOTIFICATIONS).kill();

    Order order = shop.customer(Wire.REST).createOrder("1", 2);

    assertThat(shop.customer(Wire.REST).orders()).containsExactly(order);
    JsonNode partial = graphQl(ALL);
    assertThat(partial.at("/data/me/unread").isNull()).isTrue();
    assertThat(partial.at("/data/orders/0/reservation/quantity").asInt()).isEqualTo(2);
  }

  private Received<Notification> notifications(long after) {
    GrpcClient client =
        shop.closedAtTheEnd(new GrpcClient(shop.shop().grpcPort(), Optional.of(ALICE)));
    return Received.of(
        NotificationsGrpcClient.of(client.channel())
            .notificationEvents(after, CalledBy.user("a test")));
  }

  private JsonNode graphQl(String query) {
    try (GraphQlClient client =
        new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), Optional.of(ALICE)))) {
      return client.execute(query, Map.of());
    }
  }

  private void pay(Order order) {
    RestClient client = new RestClient(shop.shop().port(), Optional.of(ALICE));
    assertThat(
            client
                .send(
                    client
                        .request("/orders/" + order.id() + "/pay")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"card\": \"a card\"}")))
                .statusCode())
        .isEqualTo(202);
  }
}
