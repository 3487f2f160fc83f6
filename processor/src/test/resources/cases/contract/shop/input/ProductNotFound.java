package com.acme.shop;
import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;
import java.util.List;
@ApiError(StatusCode.NOT_FOUND)
public class ProductNotFound extends RuntimeException {
  private static final long serialVersionUID = 1;
  public ProductNotFound() { super("Product not found"); }
  public List<String> invalidArgs() { return List.of("id"); }
}
