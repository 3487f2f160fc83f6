package io.triglot.example.notifications;

import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.Database;
import io.triglot.example.store.Feed;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.concurrent.Flow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What users are told of: their orders, payments, followers, comments. Each has his own. */
@RolesAllowed("**")
public class NotificationService implements AutoCloseable {
  private final Database database;
  private final Feed<Notification> feed;

  /** Notifications in the shop's database. */
  public NotificationService(Database database) {
    this.database = database;
    feed =
        new Feed<>(
            (userId, number, limit) ->
                database.inTransaction(
                    tx -> new NotificationRepository(tx).after(userId, number, limit)),
            Notification::number);
  }

  /** Lists the caller's notifications, the latest first. */
  @ApiOperation
  public Page<Notification> notifications(PageRequest page, CallContext context) {
    return database.inTransaction(tx -> new NotificationRepository(tx).page(caller(context), page));
  }

  /**
   * Tells the caller of what concerns him, as it happens.
   *
   * @param after the number of the last notification that the caller has received; without it, the
   *     stream begins now
   */
  @ApiOperation(retryMillis = 2_000)
  public Flow.Publisher<Notification> notificationEvents(
      @ApiField(eventId = true) @Nullable Long after, CallContext context) {
    String userId = caller(context);
    long last =
        after != null
            ? after
            : database.inTransaction(tx -> new NotificationRepository(tx).latest(userId));
    return feed.after(userId, last);
  }

  /**
   * Marks notifications of the caller as read.
   *
   * @param upTo the number of the last one that he has read
   * @return how many he had not read before
   */
  @ApiOperation("POST /notifications/mark-read")
  public int markNotificationsRead(@PositiveOrZero long upTo, CallContext context) {
    return database.inTransaction(
        tx -> new NotificationRepository(tx).markSeen(caller(context), upTo));
  }

  /**
   * Tells a user of something that the transaction does, once it is committed. To be called last:
   * until then, nobody else can tell him anything.
   */
  public void tell(Handle tx, String userId, News news) {
    new NotificationRepository(tx).add(userId, news, Database.now());
    feed.wakeAfterCommit(tx, userId);
  }

  /** Forgets what a user was told. */
  public void forget(Handle tx, String userId) {
    new NotificationRepository(tx).deleteAll(userId);
  }

  /** Ends all streams. */
  @Override
  public void close() {
    feed.close();
  }

  private static String caller(CallContext context) {
    return context.requireCaller().name();
  }
}
