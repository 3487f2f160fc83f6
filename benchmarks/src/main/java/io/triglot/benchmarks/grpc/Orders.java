package io.triglot.benchmarks.grpc;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.Protocol;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives back what it gets, so that nothing but the calls is measured. */
@ApiService(protocols = Protocol.GRPC)
public class Orders {
  /** The big message there and back. */
  @ApiOperation
  public CompletionStage<Order> placeOrder(Order order) {
    return CompletableFuture.completedFuture(order);
  }

  /** The small message there and back. */
  @ApiOperation
  public CompletionStage<Stock> updateStock(Stock stock) {
    return CompletableFuture.completedFuture(stock);
  }
}
