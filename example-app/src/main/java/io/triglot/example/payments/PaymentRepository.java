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
final class PaymentRepository {
  private static final RowMapper<Payment> ROW = ConstructorMapper.of(Payment.class);
  private static final String SELECT =
      "select id, order_id, amount, status, created_at from payments ";

  private final Handle tx;

  PaymentRepository(Handle tx) {
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

  /**
   * Decides on a payment.
   *
   * @return whether it had not been decided
   */
  boolean decide(String id, PaymentStatus status) {
    return tx.createUpdate(
                "update payments set status = :status where id = :id and status = 'PENDING'")
            .bind("status", status.name())
            .bind("id", id)
            .execute()
        == 1;
  }
}
