package com.acme.library;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;

/** The library has no such book. */
@ApiError(StatusCode.NOT_FOUND)
public class BookNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BookNotFound() {
    super("Book not found");
  }

  /** The arguments at fault. */
  public List<String> invalidArgs() {
    return List.of("id");
  }
}
