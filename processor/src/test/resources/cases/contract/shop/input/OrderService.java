package com.acme.shop;
import io.triglot.*;
import io.triglot.runtime.*;
import jakarta.annotation.security.RolesAllowed;
import java.util.*;
import java.util.concurrent.*;
@RolesAllowed("**")
public class OrderService {
  @ApiOperation public List<Order> orders(CallContext context) { return List.of(); }
  @ApiOperation public Order createOrder(CreateOrderInput input) throws InsufficientStock { throw new InsufficientStock(1, 2); }
  @ApiOperation public CompletionStage<Order> updateOrderStatus(String orderId, OrderStatus status) { throw new ProductNotFound(); }
  @ApiOperation public Flow.Publisher<OrderEvent> orderEvents() { throw new ProductNotFound(); }
  @ApiBatch public Map<Order, Product> product(Set<Order> orders) { return Map.of(); }
}
