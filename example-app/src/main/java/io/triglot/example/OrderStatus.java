package io.triglot.example;

import io.triglot.ApiType;

/** How far an order has come. */
@ApiType
public enum OrderStatus {
  /** Placed, and not looked at yet. */
  PENDING,
  /** Accepted by the shop. */
  CONFIRMED,
  /** On its way to the customer. */
  SHIPPED,
  /** In the customer's hands. */
  DELIVERED
}
