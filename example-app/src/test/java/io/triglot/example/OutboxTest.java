package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.triglot.PageRequest;
import io.triglot.example.notifications.Delivery;
import io.triglot.example.notifications.News.NewFollower;
import io.triglot.example.notifications.Notification;
import io.triglot.example.notifications.NotificationService;
import io.triglot.example.notifications.Outbox;
import io.triglot.example.store.Database;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is to be told by another process arrives there once, whatever breaks meanwhile. */
@Timeout(120)
class OutboxTest {
  private final AtomicInteger streams = new AtomicInteger();

  private Database shop;
  private Database elsewhere;
  private NotificationService notifications;

  @BeforeEach
  void open() {
    shop = Database.open(ShopSettings.embeddedDatabase());
    elsewhere = Database.open(ShopSettings.embeddedDatabase());
    notifications = new NotificationService(elsewhere);
  }

  @AfterEach
  void close() {
    notifications.close();
    elsewhere.close();
    shop.close();
  }

  @Test
  void sendsAgainWhatWasNotAcknowledged() {
    try (Outbox outbox = Outbox.begin(shop, this::losesTheFirstAcknowledgement);
        Received<Notification> received =
            Received.of(notifications.notificationEvents(0L, CalledBy.user("alice")))) {
      shop.doInTransaction(tx -> outbox.tell(tx, "alice", new NewFollower("bob")));
      assertThat(received.next().news()).isEqualTo(new NewFollower("bob"));

      shop.doInTransaction(tx -> outbox.tell(tx, "alice", new NewFollower("carol")));

      assertThat(received.next().news()).isEqualTo(new NewFollower("carol"));
      assertThat(streams).hasValueGreaterThan(1);
      assertThat(
              notifications.notifications(PageRequest.firstPage(), CalledBy.user("alice")).items())
          .hasSize(2);
    }
  }

  @Test
  void tellsNothingThatWasUndone() {
    try (Outbox outbox = Outbox.begin(shop, notifications::deliver);
        Received<Notification> received =
            Received.of(notifications.notificationEvents(0L, CalledBy.user("alice")))) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  shop.doInTransaction(
                      tx -> {
                        outbox.tell(tx, "alice", new NewFollower("nobody"));
                        throw new IllegalStateException("undone");
                      }));
      shop.doInTransaction(tx -> outbox.tell(tx, "alice", new NewFollower("bob")));

      assertThat(received.next().news()).isEqualTo(new NewFollower("bob"));
    }
  }

  private Flow.Publisher<String> losesTheFirstAcknowledgement(Flow.Publisher<Delivery> incoming) {
    Flow.Publisher<String> acknowledgements = notifications.deliver(incoming);
    return streams.incrementAndGet() > 1
        ? acknowledgements
        : subscriber -> acknowledgements.subscribe(new Breaking(subscriber));
  }

  /** Breaks at the first element. */
  private record Breaking(Flow.Subscriber<? super String> downstream)
      implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(String id) {
      downstream.onError(new IllegalStateException("The connection is lost"));
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
