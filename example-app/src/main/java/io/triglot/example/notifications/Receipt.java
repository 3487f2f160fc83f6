package io.triglot.example.notifications;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Stores deliveries, one after the other, and acknowledges each when it is stored. The next one is
 * asked for when the sender asks for the next acknowledgement.
 */
final class Receipt implements Flow.Processor<Delivery, String> {
  private final Flow.Subscriber<? super String> sender;
  private final Consumer<Delivery> store;
  private final Executor thread;

  /**
   * Nothing received yet.
   *
   * @param thread where it is stored: not where it arrives, since that may block
   */
  Receipt(Flow.Subscriber<? super String> sender, Consumer<Delivery> store, Executor thread) {
    this.sender = sender;
    this.store = store;
    this.thread = thread;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super String> subscriber) {
    throw new UnsupportedOperationException("It has its sender");
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    sender.onSubscribe(subscription); // an acknowledgement for each delivery
  }

  @Override
  public void onNext(Delivery delivery) {
    thread.execute(
        () -> {
          try {
            store.accept(delivery);
            sender.onNext(delivery.id());
          } catch (RuntimeException failed) {
            sender.onError(failed);
          }
        });
  }

  @Override
  public void onError(Throwable failure) {
    thread.execute(() -> sender.onError(failure));
  }

  @Override
  public void onComplete() {
    thread.execute(sender::onComplete);
  }
}
