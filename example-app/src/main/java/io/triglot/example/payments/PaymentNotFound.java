package io.triglot.example.payments;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** There is no payment of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class PaymentNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public PaymentNotFound() {
    super("Payment not found");
  }
}
