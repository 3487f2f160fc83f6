package com.acme;

import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;

public class Shop {
  @ApiOperation(name = "__all", kind = OperationKind.QUERY)
  public Thing all(int größe) {
    return new Thing("", Truth.NULL);
  }

  public record Thing(@ApiField(name = "a-b") String text, Truth truth) {}

  public enum Truth {
    NULL,
    null_,
    $
  }
}
