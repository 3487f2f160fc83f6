package io.triglot.example.users;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** The shop knows no user of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class UserNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public UserNotFound() {
    super("User not found");
  }
}
