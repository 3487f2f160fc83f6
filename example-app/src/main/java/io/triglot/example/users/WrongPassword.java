package io.triglot.example.users;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** Nobody of that id has that password. */
@ApiError(StatusCode.UNAUTHENTICATED)
public class WrongPassword extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public WrongPassword() {
    super("The user is unknown, or the password is wrong");
  }
}
