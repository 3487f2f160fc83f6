package com.acme;

import io.triglot.ApiOperation;

public abstract class Base<T> {
  @ApiOperation
  public abstract T handle(T value);

  @ApiOperation
  protected T getHidden() {
    throw new UnsupportedOperationException();
  }
}
