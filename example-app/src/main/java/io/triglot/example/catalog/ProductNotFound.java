package io.triglot.example.catalog;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;

/** The shop has no product of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
@SuppressWarnings("TriglotErrorConstructor") // clients read invalidArgs, and make none of it
public class ProductNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String argument;

  /**
   * Makes the error.
   *
   * @param argument the argument that held the id
   */
  public ProductNotFound(String argument) {
    super("Product not found");
    this.argument = argument;
  }

  /** The arguments at fault. */
  public List<String> invalidArgs() {
    return List.of(argument);
  }
}
