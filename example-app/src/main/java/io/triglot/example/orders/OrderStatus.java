package io.triglot.example.orders;

import io.triglot.ApiType;

/** How far an order has come. */
@ApiType
public enum OrderStatus {
  /** Placed, and not paid yet. */
  PENDING,
  /** The payment is under way. */
  PAYING,
  /** Paid, and accepted by the shop. */
  CONFIRMED,
  /** On its way to the customer. */
  SHIPPED,
  /** In the customer's hands. */
  DELIVERED,
  /** Called off before it was shipped; what was paid is given back. */
  CANCELLED;

  /** Whether the pieces of such an order are the customer's. */
  boolean isPaid() {
    return this == CONFIRMED || this == SHIPPED || this == DELIVERED;
  }

  /** Whether an order of this status may get the other one. */
  boolean mayBecome(OrderStatus next) {
    return switch (next) {
      case PENDING -> this == PENDING || this == PAYING; // which has failed
      case PAYING -> this == PENDING;
      case CANCELLED -> this == PENDING || this == CONFIRMED; // while it pays, the bank decides
      case CONFIRMED -> this == PENDING || this == PAYING || this == CONFIRMED;
      case SHIPPED, DELIVERED -> this != PAYING && this != CANCELLED && next.compareTo(this) >= 0;
    };
  }
}
