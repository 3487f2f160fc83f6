package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.PageRequest;
import io.triglot.example.notifications.News.NewComment;
import io.triglot.example.notifications.News.NewFollower;
import io.triglot.example.notifications.News.OrderChanged;
import io.triglot.example.notifications.News.PaymentDecided;
import io.triglot.example.notifications.Notification;
import io.triglot.example.notifications.NotificationsGrpcClient;
import io.triglot.example.notifications.NotificationsRestClient;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderStatus;
import io.triglot.example.provider.ProviderServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each user is told of what concerns him, as it happens and later. */
@Timeout(240)
class NotificationsTest {
  private static final String ALICE = RunningShop.token("alice", "customer");
  private static final String ROOT = RunningShop.token("root", "admin");

  /** All of a notification, as {@link Json} reads it. */
  private static final String FIELDS =
      "{ number createdAt seen news { type: __typename ... on OrderChanged { orderId status }"
          + " ... on PaymentDecided { orderId paid } ... on NewFollower { followerId }"
          + " ... on NewComment { postId authorId } } }";

  @RegisterExtension final RunningShop shop = new RunningShop();

  @ParameterizedTest
  @EnumSource
  void arriveAsThingsHappen(StreamWire stream) {
    Received<Notification> alices = shop.closedAtTheEnd(stream.open(shop, ALICE, after(0)));
    Received<Notification> roots = shop.closedAtTheEnd(stream.open(shop, ROOT, after(0)));
    ProviderServer provider =
        shop.closedAtTheEnd(ProviderServer.start(0, shop.shop().webhook(), RunningShop.SECRET));
    shop.shop().paymentsAt(provider.uri());

    Order order = shop.customer(Wire.REST).createOrder("1", 1);
    assertThat(alices.next().news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.PENDING));
    post(ALICE, "/orders/" + order.id() + "/pay", "{\"card\": \"a card\"}");
    assertThat(alices.next().news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.PAYING));
    assertThat(alices.next().news()).isEqualTo(new PaymentDecided(order.id(), true));
    Notification confirmed = alices.next();
    assertThat(confirmed.news()).isEqualTo(new OrderChanged(order.id(), OrderStatus.CONFIRMED));
    assertThat(confirmed.number()).isEqualTo(4);
    post(ROOT, "/users/alice/follow", "{}");
    post(ROOT, "/users/alice/follow", "{}"); // already
    assertThat(alices.next().news()).isEqualTo(new NewFollower("root"));
    String postId = post(ALICE, "/posts", "{\"text\": \"a post\"}").path("id").asText();
    post(ALICE, "/posts/" + postId + "/comment", "{\"text\": \"my own comment\"}");
    post(ROOT, "/posts/" + postId + "/comment", "{\"text\": \"a comment\"}");
    assertThat(alices.next().news()).isEqualTo(new NewComment(postId, "root"));

    post(ALICE, "/users/root/follow", "{}");
    assertThat(roots.next().news()).isEqualTo(new NewFollower("alice")); // and of nothing before
  }

  @ParameterizedTest
  @EnumSource
  void goOnAfterTheLastOneWithoutAGap(StreamWire stream) throws Exception {
    int orders = 60;
    ExecutorService buyers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> bought = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ShopClient client = shop.customer(Wire.REST);
        bought.add(
            buyers.submit(
                () -> {
                  for (int order = 0; order < orders / 4; order++) {
                    client.createOrder("2", 1);
                  }
                }));
      }
      List<Long> numbers = new ArrayList<>();
      while (numbers.size() < orders) {
        long last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        try (Received<Notification> received = stream.open(shop, ALICE, after(last))) {
          for (int i = 0; i < 12; i++) {
            numbers.add(received.next().number());
          }
        }
      }
      for (Future<?> each : bought) {
        each.get();
      }

      assertThat(numbers)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, orders).boxed().toList());
    } finally {
      buyers.shutdownNow();
    }
  }

  @Test
  void areListedTheLatestFirstAndMarkedAsRead() {
    Order order = shop.customer(Wire.REST).createOrder("1", 1);
    shop.customer(Wire.REST).updateOrderStatus(order.id(), OrderStatus.CONFIRMED);
    shop.customer(Wire.REST).updateOrderStatus(order.id(), OrderStatus.CONFIRMED); // no news
    shop.customer(Wire.REST).updateOrderStatus(order.id(), OrderStatus.SHIPPED);

    assertThat(post(ALICE, "/notifications/mark-read", "{\"upTo\": 2}").asInt()).isEqualTo(2);
    assertThat(post(ALICE, "/notifications/mark-read", "{\"upTo\": 2}").asInt()).isZero();
    assertThat(post(ROOT, "/notifications/mark-read", "{\"upTo\": 3}").asInt()).isZero();

    List<Notification> onRest = notifications(get(ALICE, "/notifications?first=2"), "/items");
    assertThat(onRest)
        .extracting(Notification::news)
        .containsExactly(
            new OrderChanged(order.id(), OrderStatus.SHIPPED),
            new OrderChanged(order.id(), OrderStatus.CONFIRMED));
    assertThat(onRest).extracting(Notification::seen).containsExactly(false, true);
    GrpcClient grpc =
        shop.closedAtTheEnd(new GrpcClient(shop.shop().grpcPort(), Optional.of(ALICE)));
    assertThat(
            NotificationsGrpcClient.of(grpc.channel())
                .notifications(PageRequest.first(2), CalledBy.user("a test"))
                .items())
        .isEqualTo(onRest);
    assertThat(
            notifications(
                graphQl("{ notifications(first: 2) { nodes " + FIELDS + " } }"),
                "/data/notifications/nodes"))
        .isEqualTo(onRest);
    assertThat(get(ROOT, "/notifications").at("/items")).isEmpty();
  }

  @Test
  void endWithTheUser() {
    RestClient nobody = new RestClient(shop.shop().port(), Optional.empty());
    nobody.send(
        nobody
            .request("/users")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    Json.text(
                        Map.of(
                            "id", "bob",
                            "name", "Bob",
                            "email", "bob@shop.example",
                            "password", "a secret of Bob")))));
    String bob = RunningShop.token("bob", "customer");
    post(ROOT, "/users/bob/follow", "{}");
    assertThat(get(bob, "/notifications").at("/items")).hasSize(1);

    RestClient root = new RestClient(shop.shop().port(), Optional.of(ROOT));
    assertThat(root.send(root.request("/users/bob").DELETE()).statusCode()).isEqualTo(204);

    assertThat(get(bob, "/notifications").at("/items")).isEmpty();
  }

  static StreamWire.Asked<Notification> after(long number) {
    return new StreamWire.Asked<>(
        channel -> NotificationsRestClient.of(channel).notificationEvents(number),
        channel ->
            NotificationsGrpcClient.of(channel).notificationEvents(number, CalledBy.user("a test")),
        "notificationEvents(after: " + number + ") " + FIELDS,
        Notification.class);
  }

  private static List<Notification> notifications(JsonNode answer, String path) {
    return Json.readAll(answer.at(path), Notification.class);
  }

  private JsonNode graphQl(String query) {
    try (GraphQlClient client =
        new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), Optional.of(ALICE)))) {
      return client.execute(query, Map.of());
    }
  }

  private JsonNode get(String token, String path) {
    RestClient client = new RestClient(shop.shop().port(), Optional.of(token));
    return Json.parse(client.send(client.request(path)).body());
  }

  private JsonNode post(String token, String path, String body) {
    RestClient client = new RestClient(shop.shop().port(), Optional.of(token));
    HttpResponse<String> answer =
        client.send(
            client
                .request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return Json.parse(answer.body());
  }
}
