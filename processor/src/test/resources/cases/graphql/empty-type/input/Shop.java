package com.acme;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;

public class Shop {
  @ApiOperation(kind = OperationKind.QUERY)
  public Nothing echo(Nothing nothing) {
    return nothing;
  }

  public record Nothing() {}
}
