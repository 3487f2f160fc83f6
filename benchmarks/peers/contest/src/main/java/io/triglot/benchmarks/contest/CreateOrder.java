package io.triglot.benchmarks.contest;

/** What is ordered: an input with setters, which every peer can fill. */
public final class CreateOrder {
  private String productId = "";
  private int quantity;

  public String getProductId() {
    return productId;
  }

  public void setProductId(String productId) {
    this.productId = productId;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }
}
