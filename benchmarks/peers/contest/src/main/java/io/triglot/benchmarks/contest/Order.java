package io.triglot.benchmarks.contest;

/** An order of one product. */
public final class Order {
  private final String id;
  private final String productId;
  private final int quantity;
  private final OrderStatus status;

  Order(String id, String productId, int quantity, OrderStatus status) {
    this.id = id;
    this.productId = productId;
    this.quantity = quantity;
    this.status = status;
  }

  public String getId() {
    return id;
  }

  public String getProductId() {
    return productId;
  }

  public int getQuantity() {
    return quantity;
  }

  public OrderStatus getStatus() {
    return status;
  }
}
