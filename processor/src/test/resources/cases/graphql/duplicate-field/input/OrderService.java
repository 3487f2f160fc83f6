package com.acme;

import io.triglot.ApiOperation;
import java.util.List;

public class OrderService {
  @ApiOperation
  public List<Order> list() {
    return List.of();
  }
}
