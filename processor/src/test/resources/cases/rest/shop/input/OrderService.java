package com.acme.shop;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** The orders of the shop. */
@PermitAll
public class OrderService {
  private final ProductService products;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final SubmissionPublisher<OrderEvent> events = new SubmissionPublisher<>();
  private final List<Integer> batches = new ArrayList<>();

  public OrderService(ProductService products) {
    this.products = products;
  }

  /** Lists all orders. */
  @ApiOperation
  @RolesAllowed("**")
  public List<Order> orders() {
    return List.copyOf(orders.values());
  }

  /** Orders a product. */
  @ApiOperation
  @RolesAllowed("**")
  public Order createOrder(CreateOrderInput input, CallContext context)
      throws ProductNotFound, InsufficientStock {
    context.requireCaller();
    Product product = products.find(input.productId(), "productId");
    if (product.stock() < input.quantity()) {
      throw new InsufficientStock(product.stock(), input.quantity());
    }
    products.change(product.id(), -input.quantity());
    BigDecimal total = product.price().multiply(BigDecimal.valueOf(input.quantity()));
    return save(
        new Order(
            String.valueOf(orders.size() + 1),
            product.id(),
            input.quantity(),
            total,
            OrderStatus.PENDING,
            Instant.parse("2024-03-01T00:00:00Z")));
  }

  /** Moves an order on. */
  @ApiOperation
  @RolesAllowed("**")
  public Order updateOrderStatus(String orderId, OrderStatus status) {
    Order order = orders.get(orderId);
    if (order == null) {
      throw new IllegalStateException("secret: no order " + orderId);
    }
    return save(
        new Order(
            order.id(),
            order.productId(),
            order.quantity(),
            order.totalPrice(),
            status,
            order.createdAt()));
  }

  /** Tells of every order that is created or changed. */
  @ApiOperation
  public Flow.Publisher<OrderEvent> orderEvents() {
    return events;
  }

  /** The product that was ordered. */
  @ApiBatch
  public Map<Order, Product> product(Set<Order> orders) {
    batches.add(orders.size());
    Map<Order, Product> found = new LinkedHashMap<>();
    orders.forEach(order -> found.put(order, products.find(order.productId(), "productId")));
    return found;
  }

  /** How many orders each call of {@link #product} was about. */
  public List<Integer> batches() {
    return batches;
  }

  private Order save(Order order) {
    orders.put(order.id(), order);
    events.submit(new OrderEvent(order));
    return order;
  }
}
