package io.triglot.example;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders, for signed-in callers: placing them, following them, moving them on. */
@RolesAllowed("**")
public class OrderService {
  private final Database database;
  private final OrderEvents events;

  /** Orders in the shop's database, whose changes are published as events. */
  public OrderService(Database database, OrderEvents events) {
    this.database = database;
    this.events = events;
  }

  /** Lists all orders, the oldest first. */
  @ApiOperation(expand = true)
  public List<Order> orders() {
    return database.inTransaction(tx -> tx.orders().all());
  }

  /**
   * Places an order and takes its pieces out of the product's stock.
   *
   * @param input the product and the number of pieces
   */
  @ApiOperation
  public Order createOrder(CreateOrderInput input)
      throws ProductNotFound, InvalidQuantity, InsufficientStock {
    return database.inTransaction(
        tx -> {
          Order order = place(tx, input);
          tx.afterwards().add(() -> events.publish(new OrderEvent(order, null, order.createdAt())));
          return order;
        });
  }

  /**
   * Sets how far an order has come.
   *
   * @param orderId the order's id
   * @param status the new status
   * @return the order with its new status
   */
  @ApiOperation
  public Order updateOrderStatus(String orderId, OrderStatus status) throws OrderNotFound {
    return database.inTransaction(
        tx -> {
          Order before = tx.orders().lock(orderId).orElseThrow(OrderNotFound::new);
          tx.orders().setStatus(orderId, status);
          Order order = before.with(status);
          OrderEvent event = new OrderEvent(order, before.status(), now());
          tx.afterwards().add(() -> events.publish(event));
          return order;
        });
  }

  /** Tells of every order that is placed, and of every status that is set, from now on. */
  @ApiOperation
  public Flow.Publisher<OrderEvent> orderEvents() {
    return events;
  }

  /** The product that was ordered. */
  @ApiBatch
  public Map<Order, Product> product(Set<Order> orders) {
    Set<String> ids = orders.stream().map(Order::productId).collect(Collectors.toSet());
    Map<String, Product> products = database.inTransaction(tx -> tx.products().findAll(ids));
    return orders.stream()
        .collect(Collectors.toMap(Function.identity(), order -> products.get(order.productId())));
  }

  private static Order place(Transaction tx, CreateOrderInput input) throws SQLException {
    Product product =
        tx.products().lock(input.productId()).orElseThrow(() -> new ProductNotFound("productId"));
    int quantity = input.quantity();
    InvalidQuantity.check(quantity); // not @Positive: clients of the sample read invalidArgs
    if (product.stock() < quantity) {
      throw new InsufficientStock(product.stock(), quantity);
    }
    tx.products().setStock(product, product.stock() - quantity);
    BigDecimal total = product.price().multiply(BigDecimal.valueOf(quantity));
    Order order =
        new Order(tx.orders().nextId(), product.id(), quantity, total, OrderStatus.PENDING, now());
    tx.orders().insert(order);
    return order;
  }

  /** The time, no finer than the database keeps it. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
