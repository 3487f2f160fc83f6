package com.acme;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;

public class Shop {
  @ApiOperation(kind = OperationKind.QUERY)
  public int count(Box box) {
    return 0;
  }

  public record Box(Sealed content) {}

  public static class Sealed {
    private final String text;

    public Sealed(String text) {
      this.text = text;
    }

    public String getText() {
      return text;
    }
  }
}
