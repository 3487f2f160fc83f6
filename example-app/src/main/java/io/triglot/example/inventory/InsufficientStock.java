package io.triglot.example.inventory;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** More pieces were ordered than the shop has. */
@ApiError(StatusCode.FAILED_PRECONDITION)
public class InsufficientStock extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int available;
  private final int requested;

  /**
   * Makes the error.
   *
   * @param available how many pieces the shop has
   * @param requested how many pieces were ordered
   */
  public InsufficientStock(int available, int requested) {
    super("Insufficient stock");
    this.available = available;
    this.requested = requested;
  }

  /** How many pieces the shop has. */
  public int available() {
    return available;
  }

  /** How many pieces were ordered. */
  public int requested() {
    return requested;
  }
}
