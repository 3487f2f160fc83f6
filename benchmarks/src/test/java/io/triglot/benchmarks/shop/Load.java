package io.triglot.benchmarks.shop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that is called again and again. */
@FunctionalInterface
public interface Load {
  /** One call, done when it is answered. */
  CompletableFuture<Void> call();

  /** One operation by one client. */
  static Load of(ShopClient client, Operation operation) {
    return () -> client.call(operation);
  }

  /** Several in turn. */
  static Load inTurn(List<Load> loads) {
    AtomicInteger next = new AtomicInteger();
    return () -> loads.get(Math.floorMod(next.getAndIncrement(), loads.size())).call();
  }
}
