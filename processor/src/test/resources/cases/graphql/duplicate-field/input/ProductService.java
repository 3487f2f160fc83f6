package com.acme;

import io.triglot.ApiOperation;
import java.util.List;

public class ProductService {
  @ApiOperation
  public List<String> list() {
    return List.of();
  }
}
