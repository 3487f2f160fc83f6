package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import io.triglot.example.provider.ChargeNotFound;
import io.triglot.example.provider.ChargeService;
import io.triglot.example.provider.ChargeStatus;
import io.triglot.example.provider.CreateChargeInput;
import io.triglot.example.provider.ProviderServer;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders are paid by a provider that answers by webhooks. */
@Timeout(120)
class PaymentsTest {
  private static final String FORGED =
      "{\"id\":\"1\",\"reference\":\"%s\",\"amount\":1,\"status\":\"SUCCEEDED\"}";

  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void confirmAnOrderOnceTheMoneyIsThere() {
    startProvider();
    ShopClient alice = shop.customer(Wire.REST);
    EventStream events = shop.closedAtTheEnd(alice.orderEvents());
    Order order = liveOrder(alice, events);

    HttpResponse<String> accepted = pay(order, "a card");
    JsonNode payment = Json.parse(accepted.body());
    assertThat(accepted.statusCode()).isEqualTo(202);

    assertThat(payment.path("amount").decimalValue()).isEqualByComparingTo("999.99");
    assertThat(next(events, OrderStatus.CONFIRMED).previousStatus()).isEqualTo(OrderStatus.PAYING);
    assertThat(payments(order).findValuesAsText("status")).containsExactly("SUCCEEDED");
    String location = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(get(alice(), location).body()).contains("\"SUCCEEDED\"");
    assertThat(get(Optional.of(RunningShop.token("bob", "customer")), location).statusCode())
        .isEqualTo(404);
    assertThat(pay(order, "a card").statusCode()).isEqualTo(409);
  }

  @Test
  void leaveAnOrderToBePaidOtherwiseWhereTheBankRefuses() {
    startProvider();
    ShopClient alice = shop.customer(Wire.REST);
    EventStream events = shop.closedAtTheEnd(alice.orderEvents());
    Order order = liveOrder(alice, events);

    pay(order, "declined");
    assertThat(next(events, OrderStatus.PENDING).previousStatus()).isEqualTo(OrderStatus.PAYING);
    pay(order, "another card");

    next(events, OrderStatus.CONFIRMED);
    assertThat(payments(order).findValuesAsText("status")).containsExactly("FAILED", "SUCCEEDED");
  }

  @Test
  void goOnWhenTheProviderIsBack() {
    ShopClient alice = shop.customer(Wire.REST);
    EventStream events = shop.closedAtTheEnd(alice.orderEvents());
    Order order = liveOrder(alice, events);

    ProviderServer gone = ProviderServer.start(0, shop.shop().webhook(), RunningShop.SECRET);
    gone.close();
    shop.shop().paymentsAt(gone.uri());
    HttpResponse<String> unavailable = pay(order, "a card");
    assertThat(unavailable.statusCode()).isEqualTo(503);
    assertThat(Json.parse(unavailable.body()).path("reason").asText())
        .isEqualTo("PAYMENTS_UNAVAILABLE");
    assertThat(cancel(order).statusCode()).isEqualTo(409);

    startProvider();
    assertThat(pay(order, "a card").statusCode()).isEqualTo(202);
    next(events, OrderStatus.CONFIRMED);
    assertThat(payments(order)).hasSize(1);
  }

  @Test
  void areGivenBackWhereAPaidOrderIsCalledOff() {
    URI provider = startProvider();
    ShopClient alice = shop.customer(Wire.REST);
    EventStream events = shop.closedAtTheEnd(alice.orderEvents());
    Order order = liveOrder(alice, events);
    pay(order, "declined");
    next(events, OrderStatus.PENDING);
    pay(order, "a card");
    next(events, OrderStatus.CONFIRMED);
    ProviderServer gone = ProviderServer.start(0, shop.shop().webhook(), RunningShop.SECRET);
    gone.close();

    shop.shop().paymentsAt(gone.uri());
    assertThat(cancel(order).statusCode()).isEqualTo(200);
    assertThat(next(events, OrderStatus.CANCELLED).previousStatus())
        .isEqualTo(OrderStatus.CONFIRMED);
    assertThat(payments(order).findValuesAsText("status")).containsExactly("FAILED", "REFUNDING");
    shop.shop().paymentsAt(provider);

    while (payments(order).findValuesAsText("status").contains("REFUNDING")) {
      assertThat(cancel(order).statusCode()).isEqualTo(409); // once is enough
    }
    assertThat(payments(order).findValuesAsText("status")).containsExactly("FAILED", "REFUNDED");
    assertThat(payments(order).at("/1/charge/state").asText()).isEqualTo("REFUNDED");
    assertThat(alice.product("1").stock()).isEqualTo(15);
  }

  @Test
  void areGivenBackOnce() {
    ChargeService charges = new ChargeService(charge -> {});
    charges.createCharge(new CreateChargeInput("paid", BigDecimal.TEN, "a card"));
    charges.createCharge(new CreateChargeInput("refused", BigDecimal.TEN, "declined"));

    assertThat(charges.refundCharge("paid").status()).isEqualTo(ChargeStatus.REFUNDED);
    assertThat(charges.refundCharge("paid").status()).isEqualTo(ChargeStatus.REFUNDED);
    assertThat(charges.refundCharge("refused").status()).isEqualTo(ChargeStatus.FAILED);
    assertThatExceptionOfType(ChargeNotFound.class).isThrownBy(() -> charges.refundCharge("none"));
  }

  @Test
  void areNotDecidedByAnybodyElse() {
    ShopClient alice = shop.customer(Wire.REST);
    Order order = alice.createOrder("1", 1);
    pay(order, "a card"); // of which nobody knows but the shop
    String forged = FORGED.formatted(payments(order).at("/0/id").asText());

    for (String signature : new String[] {"", "t=1,v1=00", "nonsense"}) {
      assertThat(
              post(
                      Optional.empty(),
                      "/webhooks/charges",
                      forged,
                      Map.of("Provider-Signature", signature))
                  .statusCode())
          .isEqualTo(401);
    }
    assertThat(payments(order).findValuesAsText("status")).containsExactly("PENDING");
  }

  private URI startProvider() {
    ProviderServer provider =
        shop.closedAtTheEnd(ProviderServer.start(0, shop.shop().webhook(), RunningShop.SECRET));
    shop.shop().paymentsAt(provider.uri());
    return provider.uri();
  }

  /** An order whose events are coming. */
  private static Order liveOrder(ShopClient client, EventStream events) {
    Order order = client.createOrder("1", 1);
    events.awaitLiveBy(() -> client.updateOrderStatus(order.id(), OrderStatus.PENDING));
    return order;
  }

  private static OrderEvent next(EventStream events, OrderStatus status) {
    return events.next(
        event -> event.order().status() == status && event.previousStatus() != status);
  }

  private HttpResponse<String> pay(Order order, String card) {
    return post(
        alice(), "/orders/" + order.id() + "/pay", Json.text(Map.of("card", card)), Map.of());
  }

  private HttpResponse<String> cancel(Order order) {
    return post(alice(), "/orders/" + order.id() + "/cancel", "{}", Map.of());
  }

  private JsonNode payments(Order order) {
    try (GraphQlClient client =
        new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), alice()))) {
      return client
          .execute(
              "query ($id: ID!) { order(orderId: $id) { payments { id status charge { state: status } } } }",
              Map.of("id", order.id()))
          .at("/data/order/payments");
    }
  }

  private HttpResponse<String> get(Optional<String> token, String path) {
    RestClient client = new RestClient(shop.shop().port(), token);
    return client.send(client.request(path).GET());
  }

  private HttpResponse<String> post(
      Optional<String> token, String path, String body, Map<String, String> headers) {
    RestClient client = new RestClient(shop.shop().port(), token);
    var request = client.request(path).header("Content-Type", "application/json");
    headers.forEach(request::header);
    return client.send(request.POST(BodyPublishers.ofString(body)));
  }

  private static Optional<String> alice() {
    return Optional.of(RunningShop.token("alice", "customer"));
  }
}
