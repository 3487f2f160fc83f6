package com.acme.shop;

/** How far an order has come. */
public enum OrderStatus {
  /** Taken, not yet confirmed. */
  PENDING,
  CONFIRMED,
  SHIPPED,
  DELIVERED
}
