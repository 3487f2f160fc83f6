package io.triglot.example.catalog;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** What was sent is no image that browsers show. */
@ApiError(StatusCode.INVALID_ARGUMENT)
public class NoImage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public NoImage() {
    super("An image is a PNG or JPEG of at most a mebibyte");
  }
}
