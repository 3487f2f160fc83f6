package com.acme.orders;

public class OrderNotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OrderNotFound(String id) {
    super("There is no order " + id);
  }
}
