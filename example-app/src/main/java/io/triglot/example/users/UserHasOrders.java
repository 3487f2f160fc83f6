package io.triglot.example.users;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** Who has ordered something cannot be deleted. */
@ApiError(StatusCode.FAILED_PRECONDITION)
public class UserHasOrders extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public UserHasOrders() {
    super("A user who has ordered something stays");
  }
}
