package io.triglot.example.orders;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.SortOrder;
import io.triglot.example.store.SortOrder.Column;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The orders in the database, for one transaction. */
final class OrderRepository {
  private static final RowMapper<Order> ROW = ConstructorMapper.of(Order.class);
  private static final SortOrder LATEST_FIRST =
      SortOrder.latestFirst(Column.moment("created_at"), Column.text("id"));
  private static final String SELECT =
      "select id, product_id, quantity, total_price, status, created_at, user_id, version"
          + " from orders ";

  private final Handle tx;

  OrderRepository(Handle tx) {
    this.tx = tx;
  }

  /** All of them, the oldest first. */
  List<Order> all() {
    return tx.createQuery(SELECT + "order by created_at, id").map(ROW).list();
  }

  /** Those of some users, the oldest first. */
  Map<String, List<Order>> ofUsers(Collection<String> userIds) {
    return tx.createQuery(SELECT + "where user_id = any(:users) order by created_at, id")
        .bindArray("users", String.class, userIds.toArray())
        .map(ROW)
        .collect(Collectors.groupingBy(Order::userId));
  }

  /**
   * A page of those that the filter admits, the latest first.
   *
   * @param userId whose; everybody's where it is empty
   */
  Page<Order> page(Optional<String> userId, OrderFilter filter, PageRequest page) {
    int size = page.size(20, 100);
    String sql =
        SELECT
            + "where true" // and only the conditions that there are: an index serves them
            + (userId.isEmpty() ? "" : " and user_id = :user")
            + (filter.since() == null ? "" : " and created_at >= :since")
            + (filter.until() == null ? "" : " and created_at < :until")
            + (filter.statusNames().isEmpty() ? "" : " and status = any(:status)")
            + LATEST_FIRST.andBeyond(page)
            + LATEST_FIRST.orderBy(page)
            + " limit :limit";
    List<Order> found =
        LATEST_FIRST
            .bind(tx.createQuery(sql), page)
            .bind("user", userId.orElse(null))
            .bind("since", filter.since())
            .bind("until", filter.until())
            .bindArray("status", String.class, filter.statusNames().toArray())
            .bind("limit", size + 1)
            .map(ROW)
            .list();
    return Page.of(page, size, found, order -> Cursor.of(order.createdAt(), order.id()));
  }

  Optional<Order> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The order, which no other transaction changes until this one ends. */
  Optional<Order> lock(String id) {
    return tx.createQuery(SELECT + "where id = :id for update").bind("id", id).map(ROW).findOne();
  }

  /** An id that no order has had. */
  String nextId() {
    return tx.createQuery("select nextval('order_number')").mapTo(String.class).one();
  }

  void insert(Order order) {
    String sql =
        "insert into orders (id, product_id, quantity, total_price, status, created_at, user_id,"
            + " version) values (:id, :productId, :quantity, :totalPrice, :status, :createdAt,"
            + " :userId, :version)";
    tx.createUpdate(sql).bindMethods(order).execute();
  }

  /** Writes the status and the version of an order that this transaction has locked. */
  void update(Order order) {
    tx.createUpdate("update orders set status = :status, version = :version where id = :id")
        .bindMethods(order)
        .execute();
  }
}
