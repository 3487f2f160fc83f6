package io.triglot.example.inventory;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;

/** A quantity that cannot be ordered or restocked. */
@ApiError(StatusCode.INVALID_ARGUMENT)
public class InvalidQuantity extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what is wrong with the quantity
   */
  public InvalidQuantity(String message) {
    super(message);
  }

  /** The arguments at fault. */
  public List<String> invalidArgs() {
    return List.of("quantity");
  }

  /**
   * Checks that a quantity is positive.
   *
   * @throws InvalidQuantity when it is not
   */
  public static void check(int quantity) throws InvalidQuantity {
    if (quantity <= 0) {
      throw new InvalidQuantity("Quantity must be positive");
    }
  }
}
