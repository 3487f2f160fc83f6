package io.triglot.example;

import io.triglot.ApiType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order of some pieces of one product.
 *
 * @param id the order's number
 * @param productId the product that was ordered
 * @param quantity how many pieces were ordered
 * @param totalPrice the price of all of them, as it was when they were ordered
 * @param status how far the order has come
 * @param createdAt when it was placed
 */
@ApiType
public record Order(
    String id,
    String productId,
    int quantity,
    BigDecimal totalPrice,
    OrderStatus status,
    Instant createdAt) {

  /** The same order with another status. */
  Order with(OrderStatus status) {
    return new Order(id, productId, quantity, totalPrice, status, createdAt);
  }
}
