package com.acme.shop;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** More was ordered than there is. */
@ApiError(StatusCode.FAILED_PRECONDITION)
public class InsufficientStock extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int available;
  private final int requested;

  public InsufficientStock(int available, int requested) {
    super("Insufficient stock");
    this.available = available;
    this.requested = requested;
  }

  public int available() {
    return available;
  }

  public int requested() {
    return requested;
  }
}
