package io.triglot.example.orders;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** A subscriber read so slowly that order events had to be dropped: its stream ends with this. */
@ApiError(StatusCode.ABORTED)
public class OrderEventsMissed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public OrderEventsMissed() {
    super("Order events were missed. Subscribe again, then read the orders.");
  }
}
