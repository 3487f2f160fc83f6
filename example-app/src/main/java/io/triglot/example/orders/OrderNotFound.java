package io.triglot.example.orders;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;

/** The shop has no order of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class OrderNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public OrderNotFound() {
    super("Order not found");
  }

  /** The arguments at fault. */
  public List<String> invalidArgs() {
    return List.of("orderId");
  }
}
