package io.triglot.example.payments;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** The provider cannot be reached. */
@ApiError(StatusCode.UNAVAILABLE)
public class PaymentsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public PaymentsUnavailable() {
    super("Payments are not possible now. Try again.");
  }
}
