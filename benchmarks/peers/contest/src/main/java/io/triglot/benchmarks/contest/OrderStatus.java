package io.triglot.benchmarks.contest;

/** How far an order has come. */
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  SHIPPED,
  DELIVERED
}
