package io.triglot.example.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The stock and the reservations in the database, for one transaction. */
final class StockRepository {
  private static final int AT_ONCE = 100;
  private static final RowMapper<Stock> ROW = ConstructorMapper.of(Stock.class);
  private static final RowMapper<Reservation> RESERVATION = ConstructorMapper.of(Reservation.class);
  private static final String SELECT = "select product_id, available, number, changed_at from ";
  private static final String SELECT_RESERVATION =
      "select id, product_id, quantity, ends_at from reservations ";

  private final Handle tx;

  StockRepository(Handle tx) {
    this.tx = tx;
  }

  Optional<Stock> find(String productId) {
    return tx.createQuery(SELECT + "stock where product_id = :id")
        .bind("id", productId)
        .map(ROW)
        .findOne();
  }

  /** The stock, and its reservations, which no other transaction changes until this one ends. */
  Optional<Stock> lock(String productId) {
    return tx.createQuery(SELECT + "stock where product_id = :id for update")
        .bind("id", productId)
        .map(ROW)
        .findOne();
  }

  /** What has become of the stock after a number, the oldest change first. */
  List<Stock> changes(String productId, long number, int limit) {
    String sql =
        SELECT
            + "stock_changes where product_id = :id and number > :number"
            + " order by number limit :limit";
    return tx.createQuery(sql)
        .bind("id", productId)
        .bind("number", number)
        .bind("limit", limit)
        .map(ROW)
        .list();
  }

  void insertIfNew(String productId) {
    String sql =
        "insert into stock (product_id, available, number, changed_at)"
            + " values (:id, 0, 0, current_timestamp) on conflict do nothing";
    tx.createUpdate(sql).bind("id", productId).execute();
  }

  void update(Stock stock) {
    String update =
        "update stock set available = :available, number = :number, changed_at = :changedAt"
            + " where product_id = :productId";
    tx.createUpdate(update).bindMethods(stock).execute();
    String insert =
        "insert into stock_changes (product_id, available, number, changed_at)"
            + " values (:productId, :available, :number, :changedAt)";
    tx.createUpdate(insert).bindMethods(stock).execute();
  }

  Optional<Reservation> findReservation(String id) {
    return tx.createQuery(SELECT_RESERVATION + "where id = :id")
        .bind("id", id)
        .map(RESERVATION)
        .findOne();
  }

  List<Reservation> findReservations(Collection<String> ids) {
    return tx.createQuery(SELECT_RESERVATION + "where id = any(:ids)")
        .bindArray("ids", String.class, ids.toArray())
        .map(RESERVATION)
        .list();
  }

  /** Some of those that end before. */
  List<Reservation> reservationsUntil(Instant end) {
    return tx.createQuery(SELECT_RESERVATION + "where ends_at < :end order by ends_at limit :limit")
        .bind("end", end)
        .bind("limit", AT_ONCE)
        .map(RESERVATION)
        .list();
  }

  void insert(Reservation reservation) {
    String sql =
        "insert into reservations (id, product_id, quantity, ends_at)"
            + " values (:id, :productId, :quantity, :endsAt)";
    tx.createUpdate(sql).bindMethods(reservation).execute();
  }

  /** Gives a reservation another end, if it has one. */
  void prolong(Reservation reservation) {
    tx.createUpdate(
            "update reservations set ends_at = :endsAt where id = :id and ends_at is not null")
        .bindMethods(reservation)
        .execute();
  }

  /**
   * Deletes a reservation.
   *
   * @return whether it was there, with that end
   */
  boolean delete(Reservation reservation) {
    String sql =
        "delete from reservations where id = :id"
            + " and ends_at is not distinct from cast(:endsAt as timestamp with time zone)";
    return tx.createUpdate(sql).bindMethods(reservation).execute() == 1;
  }
}
