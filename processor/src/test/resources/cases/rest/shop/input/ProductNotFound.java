package com.acme.shop;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;

/** There is no such product. */
@ApiError(StatusCode.NOT_FOUND)
public class ProductNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String argument;

  public ProductNotFound(String argument) {
    super("Product not found");
    this.argument = argument;
  }

  public List<String> getInvalidArgs() {
    return List.of(argument);
  }
}
