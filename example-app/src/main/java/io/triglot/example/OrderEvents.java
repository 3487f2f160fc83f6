package io.triglot.example;

import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Hands each order event to whoever has subscribed. A subscriber may lag behind by a few hundred
 * events; then its stream ends with {@link OrderEventsMissed}. Publishing never waits for anybody.
 *
 * <p>Thread-safe.
 */
public final class OrderEvents implements Flow.Publisher<OrderEvent>, AutoCloseable {
  /** Not the common pool: where that has a single thread, each subscriber would get a new one. */
  private final SubmissionPublisher<OrderEvent> publisher =
      new SubmissionPublisher<>(
          new ForkJoinPool(Math.max(2, Runtime.getRuntime().availableProcessors())),
          Flow.defaultBufferSize());

  /** Hands an event to the subscribers of now. */
  void publish(OrderEvent event) {
    publisher.offer(
        event,
        (subscriber, dropped) -> {
          ((LaggingSubscriber) subscriber).lagging = true;
          return false;
        });
  }

  @Override
  public void subscribe(Flow.Subscriber<? super OrderEvent> subscriber) {
    publisher.subscribe(new LaggingSubscriber(subscriber));
  }

  /** Ends all streams. */
  @Override
  public void close() {
    publisher.close();
  }

  /** Passes events on, until one was dropped. */
  private static final class LaggingSubscriber implements Flow.Subscriber<OrderEvent> {
    private final Flow.Subscriber<? super OrderEvent> downstream;
    private Flow.@Nullable Subscription subscription;
    private volatile boolean lagging;

    LaggingSubscriber(Flow.Subscriber<? super OrderEvent> downstream) {
      this.downstream = downstream;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(OrderEvent event) {
      if (lagging && subscription != null) {
        subscription.cancel();
        downstream.onError(new OrderEventsMissed());
      } else {
        downstream.onNext(event);
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
