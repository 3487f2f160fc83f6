package io.triglot.example.inventory;

import io.triglot.example.store.Database;
import io.triglot.example.store.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The inventory over a database: that of the shop, or one of its own. */
public final class InventoryService implements Inventory, AutoCloseable {
  private final Database database;
  private final Feed<Stock> changes;

  /** The stock in this database. */
  public InventoryService(Database database) {
    this.database = database;
    changes =
        new Feed<>(
            database.signals(),
            "stock",
            (productId, number, limit) ->
                database.inTransaction(
                    tx -> new StockRepository(tx).changes(productId, number, limit)),
            Stock::number);
  }

  @Override
  public Stock stock(String productId) {
    return database
        .inTransaction(tx -> new StockRepository(tx).find(productId))
        .orElseGet(() -> new Stock(productId, 0, 0, Instant.EPOCH));
  }

  @Override
  public Flow.Publisher<Stock> stockChanges(String productId, @Nullable Long after) {
    return changes.after(productId, after != null ? after : stock(productId).number());
  }

  @Override
  public Stock reserve(Reservation reservation) throws InsufficientStock {
    return database.inTransaction(
        tx -> {
          StockRepository stocks = new StockRepository(tx);
          int quantity = reservation.quantity();
          Stock stock =
              stocks
                  .lock(reservation.productId())
                  .orElseThrow(() -> new InsufficientStock(0, quantity));
          if (stocks.findReservation(reservation.id()).isPresent()) {
            stocks.prolong(reservation);
            return stock;
          }
          if (stock.available() < quantity) {
            throw new InsufficientStock(stock.available(), quantity);
          }
          stocks.insert(reservation);
          return change(tx, stock, -quantity);
        });
  }

  @Override
  public @Nullable Stock release(String reservationId) {
    Optional<Stock> released =
        database.inTransaction(
            tx ->
                new StockRepository(tx)
                    .findReservation(reservationId)
                    .flatMap(reservation -> release(tx, reservation)));
    return released.orElse(null);
  }

  @Override
  public CompletionStage<List<Reservation>> reservations(List<String> reservationIds) {
    return CompletableFuture.completedStage(
        database.inTransaction(tx -> new StockRepository(tx).findReservations(reservationIds)));
  }

  @Override
  public List<Stock> releaseEnded() {
    Instant now = Database.now();
    List<Stock> released = new ArrayList<>();
    for (Reservation each :
        database.inTransaction(tx -> new StockRepository(tx).reservationsUntil(now))) {
      database.inTransaction(tx -> release(tx, each)).ifPresent(released::add);
    }
    return released;
  }

  @Override
  public Stock addStock(String productId, int quantity) throws InvalidQuantity {
    return database.inTransaction(
        tx -> {
          StockRepository stocks = new StockRepository(tx);
          stocks.insertIfNew(productId);
          Stock stock = stocks.lock(productId).orElseThrow();
          if (quantity > Integer.MAX_VALUE - stock.available()) {
            throw new InvalidQuantity("The shop cannot store so many pieces");
          }
          return change(tx, stock, quantity);
        });
  }

  /** Ends all streams. */
  @Override
  public void close() {
    changes.close();
  }

  /** Puts pieces back, unless somebody has prolonged or released the reservation meanwhile. */
  private Optional<Stock> release(Handle tx, Reservation reservation) {
    StockRepository stocks = new StockRepository(tx);
    Stock stock = stocks.lock(reservation.productId()).orElseThrow();
    return stocks.delete(reservation)
        ? Optional.of(change(tx, stock, reservation.quantity()))
        : Optional.empty();
  }

  /** Changes a stock that this transaction has locked. */
  private Stock change(Handle tx, Stock stock, int by) {
    Stock changed = stock.with(stock.available() + by, Database.now());
    new StockRepository(tx).update(changed);
    changes.wakeAfterCommit(tx, stock.productId());
    return changed;
  }
}
