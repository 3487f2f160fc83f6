package io.triglot.example.provider;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** There is no charge of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class ChargeNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public ChargeNotFound() {
    super("Charge not found");
  }
}
