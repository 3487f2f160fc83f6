package io.triglot.example.catalog;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** The shop has no category of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class CategoryNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public CategoryNotFound() {
    super("Category not found");
  }
}
