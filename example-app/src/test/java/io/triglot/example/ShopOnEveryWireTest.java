package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.triglot.example.catalog.Product;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees of the shop is the same on all protocols. */
@ParameterizedClass
@EnumSource(Wire.class)
class ShopOnEveryWireTest {
  private static final Product LAPTOP =
      new Product(
          "1", "Laptop", new BigDecimal("999.99"), 15, Instant.parse("2024-01-15T00:00:00Z"));
  private static final Product MOUSE =
      new Product(
          "2", "Mouse", new BigDecimal("29.99"), 100, Instant.parse("2024-02-01T00:00:00Z"));

  @RegisterExtension final RunningShop shop = new RunningShop();

  @Parameter Wire wire;

  @Test
  void listsProducts() {
    ShopClient client = shop.anonymous(wire);

    assertThat(client.products(null, null)).containsExactly(LAPTOP, MOUSE);
    assertThat(client.products(new BigDecimal("30"), null)).containsExactly(LAPTOP);
    assertThat(client.products(null, new BigDecimal("29.99"))).containsExactly(MOUSE);
    assertThat(client.products(new BigDecimal("30"), new BigDecimal("40.5"))).isEmpty();
  }

  @Test
  void findsAProduct() {
    assertThat(shop.anonymous(wire).product("2")).isEqualTo(MOUSE);
  }

  @Test
  void placesAnOrderThatAllWiresShow() {
    Order order = shop.customer(wire).createOrder("2", 3);

    assertThat(order)
        .isEqualTo(
            new Order(
                order.id(),
                "2",
                3,
                new BigDecimal("89.97"),
                OrderStatus.PENDING,
                order.createdAt(),
                "alice",
                1));
    for (Wire other : Wire.values()) {
      assertThat(shop.customer(other).orders()).as(other.name()).containsExactly(order);
      assertThat(shop.anonymous(other).product("2").stock()).as(other.name()).isEqualTo(97);
    }
  }

  @Test
  void setsTheStatusOfAnOrder() {
    ShopClient client = shop.customer(wire);
    Order order = client.createOrder("1", 1);

    Order shipped = client.updateOrderStatus(order.id(), OrderStatus.SHIPPED);

    assertThat(shipped).isEqualTo(order.with(OrderStatus.SHIPPED));
    assertThat(client.orders()).containsExactly(shipped);
  }

  @Test
  void restocksForAnAdmin() {
    assertThat(shop.admin(wire).restock("1", 5).stock()).isEqualTo(20);
  }

  @Test
  void refusesToRestockNothing() {
    CallFailure failure = failureOf(() -> shop.admin(wire).restock("1", 0));

    assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure).hasMessage("quantity: must be greater than 0");
    assertThat(failure.fields()).containsExactly("quantity");
    assertThat(shop.anonymous(wire).product("1").stock()).isEqualTo(15);
  }

  @Test
  void refusesAnUnknownProduct() {
    CallFailure failure = failureOf(() -> shop.anonymous(wire).product("99"));

    assertThat(failure.code()).isEqualTo("NOT_FOUND");
    assertThat(failure.reason()).isEqualTo("PRODUCT_NOT_FOUND");
    assertThat(failure).hasMessage("Product not found");
    assertThat(failure.details()).isEqualTo(Map.of("invalidArgs", "[\"id\"]"));
  }

  @Test
  void refusesAnOrderOfAnUnknownProduct() {
    CallFailure failure = failureOf(() -> shop.customer(wire).createOrder("99", 1));

    assertThat(failure.code()).isEqualTo("NOT_FOUND");
    assertThat(failure.details()).isEqualTo(Map.of("invalidArgs", "[\"productId\"]"));
  }

  @Test
  void refusesAnOrderOfNothing() {
    CallFailure failure = failureOf(() -> shop.customer(wire).createOrder("1", 0));

    assertThat(failure.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(failure.reason()).isEqualTo("INVALID_QUANTITY");
    assertThat(failure).hasMessage("Quantity must be positive");
    assertThat(failure.details()).isEqualTo(Map.of("invalidArgs", "[\"quantity\"]"));
  }

  @Test
  void refusesAnOrderOfMoreThanThereIs() {
    CallFailure failure = failureOf(() -> shop.customer(wire).createOrder("1", 16));

    assertThat(failure.code()).isEqualTo("FAILED_PRECONDITION");
    assertThat(failure.reason()).isEqualTo("INSUFFICIENT_STOCK");
    assertThat(failure).hasMessage("Insufficient stock");
    assertThat(failure.details()).isEqualTo(Map.of("available", "15", "requested", "16"));
    assertThat(shop.anonymous(wire).product("1").stock()).isEqualTo(15);
  }

  @Test
  void refusesAnUnknownOrder() {
    CallFailure failure =
        failureOf(() -> shop.customer(wire).updateOrderStatus("99", OrderStatus.SHIPPED));

    assertThat(failure.code()).isEqualTo("NOT_FOUND");
    assertThat(failure.reason()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(failure.details()).isEqualTo(Map.of("invalidArgs", "[\"orderId\"]"));
  }

  @Test
  void asksForAUserWhereOneIsNeeded() {
    ShopClient client = shop.anonymous(wire);

    assertUnauthenticated(failureOf(client::orders));
    assertUnauthenticated(failureOf(() -> client.createOrder("1", 1)));
    assertUnauthenticated(failureOf(() -> client.updateOrderStatus("1", OrderStatus.SHIPPED)));
    assertUnauthenticated(failureOf(() -> client.restock("1", 1)));
    assertThat(client.orderEvents().lastSignal())
        .isInstanceOfSatisfying(CallFailure.class, this::assertUnauthenticated);
  }

  @Test
  void refusesABadTokenWhateverItIsFor() {
    for (String token : new String[] {"nonsense", RunningShop.expiredToken("alice")}) {
      ShopClient client = shop.closedAtTheEnd(wire.connect(shop.shop(), Optional.of(token)));

      for (CallFailure failure :
          List.of(failureOf(client::orders), failureOf(() -> client.product("1")))) {
        assertThat(failure.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(failure).hasMessageStartingWith("The bearer token ");
      }
    }
  }

  @Test
  void keepsCustomersFromRestocking() {
    CallFailure failure = failureOf(() -> shop.customer(wire).restock("1", 5));

    assertThat(failure.code()).isEqualTo("PERMISSION_DENIED");
    assertThat(shop.anonymous(wire).product("1").stock()).isEqualTo(15);
  }

  @Test
  void tellsOfOrdersAsTheyArePlacedAndMovedOn() {
    ShopClient client = shop.customer(wire);
    Order before = client.createOrder("1", 1);
    EventStream events = shop.closedAtTheEnd(client.orderEvents());
    events.awaitLiveBy(() -> client.updateOrderStatus(before.id(), OrderStatus.PENDING));

    Order order = client.createOrder("2", 2);
    Order confirmed = client.updateOrderStatus(order.id(), OrderStatus.CONFIRMED);

    OrderEvent placed = events.next(event -> event.order().id().equals(order.id()));
    assertThat(placed).isEqualTo(new OrderEvent(order, null, order.createdAt()));
    OrderEvent moved = events.next(event -> event.order().id().equals(order.id()));
    assertThat(moved).isEqualTo(new OrderEvent(confirmed, OrderStatus.PENDING, moved.occurredAt()));
  }

  private void assertUnauthenticated(CallFailure failure) {
    assertThat(failure.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(failure).hasMessage("Authentication required");
  }

  private static CallFailure failureOf(ThrowingCallable call) {
    return catchThrowableOfType(CallFailure.class, call);
  }
}
