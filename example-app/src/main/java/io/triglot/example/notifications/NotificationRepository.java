package io.triglot.example.notifications;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.SortOrder;
import io.triglot.example.store.SortOrder.Column;
import io.triglot.example.store.StoredJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The notifications in the database, for one transaction. */
final class NotificationRepository {
  private static final RowMapper<Notification> ROW =
      (rows, context) ->
          new Notification(
              rows.getLong("number"),
              StoredJson.read(rows.getString("news"), News.class),
              rows.getObject("created_at", OffsetDateTime.class).toInstant(),
              rows.getBoolean("seen"));
  private static final SortOrder LATEST_FIRST = SortOrder.latestFirst(Column.number("number"));
  private static final String SELECT =
      "select number, news, created_at, seen from notifications where user_id = :user";

  private final Handle tx;

  NotificationRepository(Handle tx) {
    this.tx = tx;
  }

  /**
   * Adds the next one of a user, of whom no other transaction adds one until this one ends.
   *
   * @param delivery how it came, if it did not come from here
   */
  void add(String userId, News news, Instant createdAt, @Nullable String delivery) {
    if (!lockNext(userId)) {
      tx.createUpdate(
              "insert into inboxes (user_id, latest) values (:user, 0) on conflict do nothing")
          .bind("user", userId)
          .execute();
      lockNext(userId);
    }
    String sql =
        "insert into notifications (user_id, number, news, created_at, seen, delivery)"
            + " select user_id, latest, :news, cast(:createdAt as timestamp with time zone), false,"
            + " cast(:delivery as varchar) from inboxes where user_id = :user";
    tx.createUpdate(sql)
        .bind("user", userId)
        .bind("news", StoredJson.write(news))
        .bind("createdAt", createdAt)
        .bind("delivery", delivery)
        .execute();
  }

  /** Whether something has been delivered. */
  boolean has(String delivery) {
    return tx.createQuery("select number from notifications where delivery = :delivery")
        .bind("delivery", delivery)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  private boolean lockNext(String userId) {
    return tx.createUpdate("update inboxes set latest = latest + 1 where user_id = :user")
            .bind("user", userId)
            .execute()
        == 1;
  }

  /** The number of the user's latest one; 0 where there is none. */
  long latest(String userId) {
    return tx.createQuery("select latest from inboxes where user_id = :user")
        .bind("user", userId)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Those of a user that come after a number, the oldest first. */
  List<Notification> after(String userId, long number, int limit) {
    return tx.createQuery(SELECT + " and number > :number order by number limit :limit")
        .bind("user", userId)
        .bind("number", number)
        .bind("limit", limit)
        .map(ROW)
        .list();
  }

  /** A page of those of a user, the latest first. */
  Page<Notification> page(String userId, PageRequest page) {
    int size = page.size(20, 100);
    String sql =
        SELECT + LATEST_FIRST.andBeyond(page) + LATEST_FIRST.orderBy(page) + " limit :limit";
    List<Notification> found =
        LATEST_FIRST
            .bind(tx.createQuery(sql), page)
            .bind("user", userId)
            .bind("limit", size + 1)
            .map(ROW)
            .list();
    return Page.of(page, size, found, each -> Cursor.of(each.number()));
  }

  /** Marks those of a user up to a number as read, and tells how many had not been. */
  int markSeen(String userId, long upTo) {
    String sql =
        "update notifications set seen = true"
            + " where user_id = :user and number <= :upTo and not seen";
    return tx.createUpdate(sql).bind("user", userId).bind("upTo", upTo).execute();
  }

  /** How many of their own some users have not read; without those who have read all. */
  Map<String, Integer> unread(Collection<String> userIds) {
    String sql =
        "select user_id, count(*) as unread from notifications"
            + " where user_id = any(:users) and not seen group by user_id";
    return tx.createQuery(sql)
        .bindArray("users", String.class, userIds.toArray())
        .map((rows, context) -> Map.entry(rows.getString("user_id"), rows.getInt("unread")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void deleteAll(String userId) {
    tx.createUpdate("delete from inboxes where user_id = :user").bind("user", userId).execute();
  }
}
