package io.triglot.example.users;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** Somebody else has the id or the address already. */
@ApiError(StatusCode.ALREADY_EXISTS)
public class UserAlreadyExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public UserAlreadyExists() {
    super("The id or the address is taken");
  }
}
