package io.triglot.example.notifications;

import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.Database;
import io.triglot.example.store.Feed;
import io.triglot.runtime.CallContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The notifications over a database: that of the shop, or one of their own. */
public final class NotificationService implements Notifications, Notifier, AutoCloseable {
  private final Database database;
  private final Feed<Notification> feed;
  private final ExecutorService deliveries = Executors.newSingleThreadExecutor();

  /** Notifications in this database. */
  public NotificationService(Database database) {
    this.database = database;
    feed =
        new Feed<>(
            database.signals(),
            "notifications",
            (userId, number, limit) ->
                database.inTransaction(
                    tx -> new NotificationRepository(tx).after(userId, number, limit)),
            Notification::number);
  }

  @Override
  public Page<Notification> notifications(PageRequest page, CallContext context) {
    return database.inTransaction(tx -> new NotificationRepository(tx).page(caller(context), page));
  }

  @Override
  public Flow.Publisher<Notification> notificationEvents(
      @Nullable Long after, CallContext context) {
    String userId = caller(context);
    long last =
        after != null
            ? after
            : database.inTransaction(tx -> new NotificationRepository(tx).latest(userId));
    return feed.after(userId, last);
  }

  @Override
  public int markNotificationsRead(long upTo, CallContext context) {
    return database.inTransaction(
        tx -> new NotificationRepository(tx).markSeen(caller(context), upTo));
  }

  @Override
  public CompletionStage<Map<String, Integer>> unread(List<String> userIds) {
    return CompletableFuture.completedStage(
        database.inTransaction(tx -> new NotificationRepository(tx).unread(userIds)));
  }

  @Override
  public Flow.Publisher<String> deliver(Flow.Publisher<Delivery> incoming) {
    return subscriber -> incoming.subscribe(new Receipt(subscriber, this::store, deliveries));
  }

  @Override
  public void tell(Handle tx, String userId, News news) {
    new NotificationRepository(tx).add(userId, news, Database.now(), null);
    feed.wakeAfterCommit(tx, userId);
  }

  @Override
  public void forget(Handle tx, String userId) {
    new NotificationRepository(tx).deleteAll(userId);
  }

  /** Ends all streams. */
  @Override
  public void close() {
    feed.close();
    deliveries.shutdown();
  }

  private void store(Delivery delivery) {
    String userId = delivery.userId();
    database.doInTransaction(
        tx -> {
          NotificationRepository all = new NotificationRepository(tx);
          if (delivery.news() == null) {
            all.deleteAll(userId);
          } else if (!all.has(delivery.id())) {
            all.add(userId, delivery.news(), delivery.createdAt(), delivery.id());
            feed.wakeAfterCommit(tx, userId);
          }
        });
  }

  private static String caller(CallContext context) {
    return context.requireCaller().name();
  }
}
