package io.triglot.example.orders;

import io.triglot.ApiType;

/** How far an order has come. */
@ApiType
public enum OrderStatus {
  /** Placed, and not paid yet. */
  PENDING,
  /** Paid, and accepted by the shop. */
  CONFIRMED,
  /** On its way to the customer. */
  SHIPPED,
  /** In the customer's hands. */
  DELIVERED,
  /** Called off before it was shipped. */
  CANCELLED;

  /** Whether an order of this status may get the other one: forward only, and not from the end. */
  boolean mayBecome(OrderStatus next) {
    return switch (next) {
      case CANCELLED -> this == PENDING || this == CONFIRMED;
      default -> this != CANCELLED && next.compareTo(this) >= 0;
    };
  }
}
