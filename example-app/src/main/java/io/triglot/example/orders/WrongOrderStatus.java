package io.triglot.example.orders;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** An order of this status cannot get that one. */
@ApiError(StatusCode.FAILED_PRECONDITION)
public class WrongOrderStatus extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OrderStatus status;
  private final OrderStatus requested;

  /**
   * Makes the error.
   *
   * @param status the status that the order has
   * @param requested the status that it cannot get
   */
  public WrongOrderStatus(OrderStatus status, OrderStatus requested) {
    super("An order that is " + status + " cannot become " + requested);
    this.status = status;
    this.requested = requested;
  }

  /** The status that the order has. */
  public OrderStatus status() {
    return status;
  }

  /** The status that it cannot get. */
  public OrderStatus requested() {
    return requested;
  }
}
