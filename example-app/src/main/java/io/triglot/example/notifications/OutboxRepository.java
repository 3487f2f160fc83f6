package io.triglot.example.notifications;

import io.triglot.example.store.StoredJson;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is to be delivered, in the database, for one transaction. */
final class OutboxRepository {
  private static final int AT_ONCE = 100;

  private final Handle tx;

  OutboxRepository(Handle tx) {
    this.tx = tx;
  }

  void insert(Delivery delivery) {
    String sql =
        "insert into outbox (id, user_id, news, created_at) values (:id, :user, :news, :createdAt)";
    tx.createUpdate(sql)
        .bind("id", delivery.id())
        .bind("user", delivery.userId())
        .bind("news", delivery.news() == null ? null : StoredJson.write(delivery.news()))
        .bind("createdAt", delivery.createdAt())
        .execute();
  }

  /** Some of the oldest, which users are told of in this order. */
  List<Delivery> first() {
    String sql =
        "select id, user_id, news, created_at from outbox order by created_at, id limit :limit";
    return tx.createQuery(sql)
        .bind("limit", AT_ONCE)
        .map(
            (rows, context) ->
                new Delivery(
                    rows.getString("id"),
                    rows.getString("user_id"),
                    rows.getString("news") == null
                        ? null
                        : StoredJson.read(rows.getString("news"), News.class),
                    rows.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void delete(String id) {
    tx.createUpdate("delete from outbox where id = :id").bind("id", id).execute();
  }
}
