package io.triglot.runtime;

import java.util.concurrent.Flow;
import java.util.function.Function;

/** Passes a stream on and turns the error that ends it into a {@link CallException}. */
final class FailureMappingSubscriber<T> implements Flow.Subscriber<T> {
  private final Flow.Subscriber<? super T> downstream;
  private final Function<Throwable, CallException> mapping;

  FailureMappingSubscriber(
      Flow.Subscriber<? super T> downstream, Function<Throwable, CallException> mapping) {
    this.downstream = downstream;
    this.mapping = mapping;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    downstream.onSubscribe(subscription);
  }

  @Override
  public void onNext(T item) {
    downstream.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    downstream.onError(mapping.apply(failure));
  }

  @Override
  public void onComplete() {
    downstream.onComplete();
  }
}
