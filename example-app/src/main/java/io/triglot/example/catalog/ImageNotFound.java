package io.triglot.example.catalog;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** The shop has no image of the product. */
@ApiError(StatusCode.NOT_FOUND)
public class ImageNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public ImageNotFound() {
    super("The product has no image");
  }
}
