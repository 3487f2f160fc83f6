package io.triglot.example.orders;

import io.triglot.example.catalog.ProductRepository;
import io.triglot.example.inventory.InsufficientStock;
import io.triglot.example.inventory.Inventory;
import io.triglot.example.inventory.Reservation;
import io.triglot.example.inventory.Stock;
import io.triglot.example.store.Database;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The pieces of orders, which the inventory keeps. */
record OrderedPieces(Inventory inventory) {
  /** How long they are kept for somebody who has not begun to pay. */
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** Longer than any payment takes. */
  private static final Duration KEPT_WHILE_PAYING = Duration.ofDays(1);

  /**
   * Keeps the pieces of an order: for a time, or for ever once it is paid. Where that time was over
   * they may be sold. An order that is called off needs none.
   */
  void keep(Handle tx, Order order) throws InsufficientStock {
    Stock left =
        switch (order.status()) {
          case PENDING -> reserve(order, Database.now().plus(KEPT));
          case PAYING -> reserve(order, Database.now().plus(KEPT_WHILE_PAYING));
          case CONFIRMED, SHIPPED, DELIVERED -> reserve(order, null);
          case CANCELLED -> inventory.release(order.id());
        };
    if (left != null) {
      new ProductRepository(tx).show(left);
    }
  }

  private Stock reserve(Order order, @Nullable Instant end) {
    return inventory.reserve(new Reservation(order.id(), order.productId(), order.quantity(), end));
  }
}
