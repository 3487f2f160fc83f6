package io.triglot.benchmarks.contest;

import java.time.Instant;

/** A product, with getters, which every peer can read. */
public final class Product {
  private final String id;
  private final String name;
  private final double price;
  private final int stock;
  private final Instant createdAt;

  Product(String id, String name, double price, int stock, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.price = price;
    this.stock = stock;
    this.createdAt = createdAt;
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public double getPrice() {
    return price;
  }

  public int getStock() {
    return stock;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
