package io.triglot.example.orders;

import io.triglot.ApiField;
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
 * @param userId who placed it
 * @param version how often it has been changed
 */
@ApiType
public record Order(
    String id,
    String productId,
    int quantity,
    BigDecimal totalPrice,
    OrderStatus status,
    Instant createdAt,
    String userId,
    @ApiField(version = true) long version) {

  /** The same order as it is once it has got another status. */
  public Order with(OrderStatus status) {
    return new Order(id, productId, quantity, totalPrice, status, createdAt, userId, version + 1);
  }
}
