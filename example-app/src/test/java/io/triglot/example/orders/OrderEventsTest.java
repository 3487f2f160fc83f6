package io.triglot.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.example.store.Signals;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderEventsTest {
  private OrderEvents events;

  @BeforeEach
  void open() throws SQLException {
    events = new OrderEvents(Signals.of("jdbc:h2:mem:"));
  }

  @AfterEach
  void close() {
    events.close();
  }

  @Test
  void handsEachEventToEverySubscriber() throws Exception {
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    events.of(event -> true).subscribe(first);
    events.of(event -> true).subscribe(second);
    first.request(1);
    second.request(1);

    events.tell(event("1"));

    assertThat(first.next()).isEqualTo(event("1"));
    assertThat(second.next()).isEqualTo(event("1"));
  }

  @Test
  void endsTheStreamOfASubscriberThatLagsBehindAndOfNobodyElse() throws Exception {
    Recorder slow = new Recorder();
    Recorder fast = new Recorder();
    events.of(event -> true).subscribe(slow);
    events.of(event -> true).subscribe(fast);
    fast.request(Long.MAX_VALUE);

    for (int i = 0; i < 1_000; i++) {
      events.tell(event("" + i));
      assertThat(fast.next()).isEqualTo(event("" + i));
    }
    slow.request(1);

    assertThat(slow.next()).isInstanceOf(OrderEventsMissed.class);
  }

  @Test
  void completesStreamsWhenItIsClosed() throws Exception {
    Recorder subscriber = new Recorder();
    events.of(event -> true).subscribe(subscriber);

    events.close();

    assertThat(subscriber.next()).isEqualTo("complete");
  }

  private static OrderEvent event(String id) {
    Order order =
        new Order(id, "1", 1, BigDecimal.ONE, OrderStatus.PENDING, Instant.EPOCH, "alice", 1);
    return new OrderEvent(order, null, Instant.EPOCH);
  }

  /** Keeps what it is told, in order. */
  private static final class Recorder implements Flow.Subscriber<OrderEvent> {
    private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Flow.Subscription> subscription = new LinkedBlockingQueue<>();

    void request(long count) throws InterruptedException {
      subscription.take().request(count);
    }

    Object next() throws InterruptedException {
      return signals.poll(30, TimeUnit.SECONDS);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.add(given);
    }

    @Override
    public void onNext(OrderEvent event) {
      signals.add(event);
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(failure);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}
