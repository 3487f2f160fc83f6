package io.triglot.example;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a subscriber has received, in order, until it has enough of it. */
final class Received<T> implements Flow.Subscriber<T>, AutoCloseable {
  private record Element<T>(T value) {}

  private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
  private volatile Flow.Subscription subscription;

  static <T> Received<T> of(Flow.Publisher<T> publisher) {
    Received<T> received = new Received<>();
    publisher.subscribe(received);
    return received;
  }

  /** The next one. */
  T next() {
    try {
      Object next = signals.poll(60, TimeUnit.SECONDS);
      if (next instanceof Element<?>) {
        @SuppressWarnings("unchecked") // only onNext makes them
        T value = ((Element<T>) next).value();
        return value;
      }
      throw new AssertionError("No element: " + next);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T element) {
    signals.add(new Element<>(element));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(failure);
  }

  @Override
  public void onComplete() {
    signals.add("end");
  }

  @Override
  public void close() {
    subscription.cancel();
  }
}
