package io.triglot.example.orders;

import io.triglot.example.store.Signals;
import io.triglot.example.store.StoredJson;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hands each order event to whoever has subscribed, in whichever process of the shop. A subscriber
 * may lag behind by a few hundred events; then its stream ends with {@link OrderEventsMissed}.
 * Publishing never waits for anybody.
 *
 * <p>Thread-safe.
 */
public final class OrderEvents implements AutoCloseable {
  private static final String SUBJECT = "orders";

  /** Not the common pool: where that has a single thread, each subscriber would get a new one. */
  private final SubmissionPublisher<OrderEvent> publisher =
      new SubmissionPublisher<>(
          new ForkJoinPool(Math.max(2, Runtime.getRuntime().availableProcessors())),
          Flow.defaultBufferSize());

  private final Signals signals;

  /** Events that are told by these signals. */
  public OrderEvents(Signals signals) {
    this.signals = signals;
    signals.listen(
        SUBJECT,
        event -> tell(StoredJson.read(event, OrderEvent.class)),
        () ->
            publisher.getSubscribers().forEach(each -> ((LaggingSubscriber) each).lagging = true));
  }

  /** Tells of an event as soon as the transaction is committed. */
  void publish(Handle tx, OrderEvent event) {
    signals.send(tx, SUBJECT, StoredJson.write(event));
  }

  /** Hands an event to the subscribers of now. */
  void tell(OrderEvent event) {
    try {
      publisher.offer(
          event,
          (subscriber, dropped) -> {
            ((LaggingSubscriber) subscriber).lagging = true;
            return false;
          });
    } catch (IllegalStateException closed) {
      // nobody listens any more
    }
  }

  /** The events from the subscription on that somebody may see. */
  Flow.Publisher<OrderEvent> of(Predicate<OrderEvent> visible) {
    return subscriber -> publisher.subscribe(new LaggingSubscriber(subscriber, visible));
  }

  /** Ends all streams. */
  @Override
  public void close() {
    publisher.close();
  }

  /** Passes events on, until one was dropped. */
  private static final class LaggingSubscriber implements Flow.Subscriber<OrderEvent> {
    private final Flow.Subscriber<? super OrderEvent> downstream;
    private final Predicate<OrderEvent> visible;
    private Flow.@Nullable Subscription subscription;
    private volatile boolean lagging;

    LaggingSubscriber(
        Flow.Subscriber<? super OrderEvent> downstream, Predicate<OrderEvent> visible) {
      this.downstream = downstream;
      this.visible = visible;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(OrderEvent event) {
      Flow.Subscription upstream = Objects.requireNonNull(subscription);
      if (lagging) {
        upstream.cancel();
        downstream.onError(new OrderEventsMissed());
      } else if (visible.test(event)) {
        downstream.onNext(event);
      } else {
        upstream.request(1); // in its place
      }
    }

    @Override
    public void onError(Throwable failure) {
      downstream.onError(failure);
    }

    @Override
    public void onComplete() {
      downstream.onComplete();
    }
  }
}
