package com.acme;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class OrderService {
  @ApiOperation
  public List<Order> list() {
    return List.of();
  }

  @ApiBatch
  public Map<Order, String> product(Set<Order> orders) {
    return Map.of();
  }
}
