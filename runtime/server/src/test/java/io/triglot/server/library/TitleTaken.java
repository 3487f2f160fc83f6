package io.triglot.server.library;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** There is such a book already. */
@ApiError(StatusCode.ALREADY_EXISTS)
public class TitleTaken extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public TitleTaken() {
    super("There is such a book already");
  }
}
