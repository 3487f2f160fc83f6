package io.triglot.example.payments;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** A webhook that the provider has not signed, or too long ago. */
@ApiError(StatusCode.UNAUTHENTICATED)
public class WrongSignature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public WrongSignature() {
    super("The webhook is not signed by the payment provider");
  }
}
