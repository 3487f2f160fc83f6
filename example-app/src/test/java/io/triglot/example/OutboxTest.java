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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is to be told by another process arrives there once, whatever breaks meanwhile. */
@Timeout(120)
class OutboxTest {
  private final AtomicInteger streams = new AtomicInteger();
  private final CountDownLatch acknowledged = new CountDownLatch(1);

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
  void sendsAgainWhatWasNotAcknowledged() throws Exception {
    try (Outbox outbox = Outbox.begin(shop, this::losesTheFirstAcknowledgement);
        Received<Notification> received =
            Received.of(notifications.notificationEvents(0L, CalledBy.user("alice")))) {
      shop.doInTransaction(tx -> outbox.tell(tx, "alice", new NewFollower("bob")));
      assertThat(received.next().news()).isEqualTo(new NewFollower("bob"));

      assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue(); // when it came again
      assertThat(
              notifications.notifications(PageRequest.firstPage(), CalledBy.user("alice")).items())
          .hasSize(1);
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
    boolean first = streams.incrementAndGet() == 1;
    Flow.Publisher<String> acknowledgements = notifications.deliver(incoming);
    return subscriber -> acknowledgements.subscribe(new Line(subscriber, first, acknowledged));
  }

  /** The way of acknowledgements; a broken one loses the connection instead. */
  private record Line(
      Flow.Subscriber<? super String> sender, boolean broken, CountDownLatch acknowledged)
      implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      sender.onSubscribe(subscription);
    }

    @Override
    public void onNext(String id) {
      if (broken) {
        sender.onError(new IllegalStateException("The connection is lost"));
      } else {
        sender.onNext(id);
        acknowledged.countDown();
      }
    }

    @Override
    public void onError(Throwable failure) {
      sender.onError(failure);
    }

    @Override
    public void onComplete() {
      sender.onComplete();
    }
  }
}
