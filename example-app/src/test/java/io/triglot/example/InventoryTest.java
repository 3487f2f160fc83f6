package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.triglot.example.catalog.Arrival;
import io.triglot.example.catalog.ProductServiceGrpcClient;
import io.triglot.example.inventory.InsufficientStock;
import io.triglot.example.inventory.InventoryGrpcClient;
import io.triglot.example.inventory.InventoryRestClient;
import io.triglot.example.inventory.Reservation;
import io.triglot.example.inventory.Stock;
import io.triglot.example.orders.Order;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stock as everybody sees it, and as the shop reserves of it. */
@Timeout(120)
class InventoryTest {
  private static final String ALICE = RunningShop.token("alice", "customer");
  private static final String ROOT = RunningShop.token("root", "admin");

  @RegisterExtension final RunningShop shop = new RunningShop();

  @ParameterizedTest
  @EnumSource
  void tellsWhatBecomesOfAStock(StreamWire wire) {
    Received<Stock> changes = shop.closedAtTheEnd(wire.open(shop, ALICE, changesAfter(1)));
    ShopClient alice = shop.customer(Wire.REST);

    Order order = alice.createOrder("1", 4);
    assertThat(changes.next().available()).isEqualTo(11);
    post(ALICE, "/orders/" + order.id() + "/cancel", "{}");
    assertThat(changes.next().available()).isEqualTo(15);
    shop.admin(Wire.GRPC).restock("2", 1); // another stock
    shop.admin(Wire.GRPC).restock("1", 5);
    Stock restocked = changes.next();
    assertThat(restocked.available()).isEqualTo(20);
    assertThat(restocked.number()).isEqualTo(4);

    Received<Stock> again = shop.closedAtTheEnd(wire.open(shop, ALICE, changesAfter(3)));
    assertThat(again.next()).isEqualTo(restocked);
    assertThat(stock("1")).isEqualTo(restocked);
  }

  @Test
  void isReservedByTheShopAndByNobodyElse() {
    Reservation reservation =
        new Reservation("a test", "1", 2, Instant.parse("2999-01-01T00:00:00Z"));
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> inventory(ROOT).reserve(reservation))
        .satisfies(
            refused ->
                assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    InventoryGrpcClient client = inventory(RunningShop.token("shop", "shop"));

    Stock left = client.reserve(reservation);
    assertThat(left.available()).isEqualTo(13);
    assertThat(client.reserve(reservation)).isEqualTo(left);
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> client.reserve(new Reservation("another", "1", 14, null)))
        .satisfies(refused -> assertThat(refused.available()).isEqualTo(13));
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> client.reserve(new Reservation("another", "none", 1, null)));
    assertThat(client.release("a test").available()).isEqualTo(15);
    assertThat(client.release("a test")).isNull();
  }

  @Test
  void isEmptyOfWhatIsNew() {
    JsonNode tea =
        post(
            ROOT,
            "/products",
            "{\"name\": \"Tea\", \"price\": 3.5, \"categoryId\": \"accessories\"}");
    String id = tea.path("id").asText();

    assertThat(stock(id).available()).isZero();
    assertThat(stock(id).number()).isZero();
    shop.admin(Wire.GRAPHQL).restock(id, 3);
    shop.customer(Wire.GRPC).createOrder(id, 2);
    assertThat(shop.anonymous(Wire.REST).product(id).stock()).isEqualTo(1);
    assertThat(stock(id).available()).isEqualTo(1);
  }

  @Test
  void takesDeliveriesLineByLine() throws Exception {
    HttpResponse<String> taken =
        deliver("{\"productId\": \"1\", \"quantity\": 2}\n{\"productId\": \"2\", \"quantity\": 3}");
    assertThat(taken.body()).isEqualTo("2");
    HttpResponse<String> refused =
        deliver(
            "{\"productId\": \"1\", \"quantity\": 2}\n{\"productId\": \"1\", \"quantity\": -2}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("quantity", "(line 2)");
    assertThat(deliver("{\"productId\": \"none\", \"quantity\": 1}").statusCode()).isEqualTo(404);
    SubmissionPublisher<Arrival> arrivals = new SubmissionPublisher<>();
    CompletionStage<Integer> count =
        ProductServiceGrpcClient.of(
                shop.closedAtTheEnd(new GrpcClient(shop.shop().grpcPort(), Optional.of(ROOT)))
                    .channel())
            .takeDelivery(arrivals);
    arrivals.submit(new Arrival("1", 4));
    arrivals.close();

    assertThat(count.toCompletableFuture().get()).isEqualTo(1);
    assertThat(stock("1").available()).isEqualTo(15 + 2 + 2 + 4);
  }

  private HttpResponse<String> deliver(String lines) {
    RestClient client = new RestClient(shop.shop().port(), Optional.of(ROOT));
    return client.send(
        client
            .request("/deliveries")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines)));
  }

  private static StreamWire.Asked<Stock> changesAfter(long number) {
    return new StreamWire.Asked<>(
        channel -> InventoryRestClient.of(channel).stockChanges("1", number),
        channel -> InventoryGrpcClient.of(channel).stockChanges("1", number),
        "stockChanges(productId: 1, after: "
            + number
            + ") { productId available number changedAt }",
        Stock.class);
  }

  private InventoryGrpcClient inventory(String token) {
    return InventoryGrpcClient.of(
        shop.closedAtTheEnd(new GrpcClient(shop.shop().grpcPort(), Optional.of(token))).channel());
  }

  private Stock stock(String productId) {
    try (GraphQlClient client =
        new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), Optional.empty()))) {
      return Json.read(
          client
              .execute(
                  "query ($id: ID!) { stock(productId: $id)"
                      + " { productId available number changedAt } }",
                  Map.of("id", productId))
              .at("/data/stock"),
          Stock.class);
    }
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
