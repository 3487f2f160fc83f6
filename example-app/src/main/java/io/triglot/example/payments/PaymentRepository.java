package io.triglot.example.payments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The payments in the database, for one transaction. */
public final class PaymentRepository {
  private static final RowMapper<Payment> ROW = ConstructorMapper.of(Payment.class);
  private static final String SELECT =
      "select id, order_id, amount, status, created_at from payments ";

  private final Handle tx;

  /** The payments as a transaction sees them. */
  public PaymentRepository(Handle tx) {
    this.tx = tx;
  }

  Optional<Payment> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** Those of some orders, the oldest first. */
  Map<String, List<Payment>> ofOrders(Collection<String> orderIds) {
    return tx.createQuery(SELECT + "where order_id = any(:orders) order by created_at, id")
        .bindArray("orders", String.class, orderIds.toArray())
        .map(ROW)
        .collect(Collectors.groupingBy(Payment::orderId));
  }

  void insert(Payment payment) {
    String sql =
        "insert into payments (id, order_id, amount, status, created_at)"
            + " values (:id, :orderId, :amount, :status, :createdAt)";
    tx.createUpdate(sql).bindMethods(payment).execute();
  }

  /** Writes down that the money of an order is to be given back, if it was paid. */
  public void refund(String orderId) {
    String sql =
        "update payments set status = 'REFUNDING' where order_id = :order and status = 'SUCCEEDED'";
    tx.createUpdate(sql).bind("order", orderId).execute();
  }

  /** Those whose money is to be given back. */
  List<Payment> refunding() {
    return tx.createQuery(SELECT + "where status = 'REFUNDING' order by created_at, id")
        .map(ROW)
        .list();
  }

  /**
   * Gives a payment another status.
   *
   * @return whether it had the first one
   */
  boolean change(String id, PaymentStatus from, PaymentStatus to) {
    return tx.createUpdate("update payments set status = :to where id = :id and status = :from")
            .bind("to", to)
            .bind("id", id)
            .bind("from", from)
            .execute()
        == 1;
  }
}
