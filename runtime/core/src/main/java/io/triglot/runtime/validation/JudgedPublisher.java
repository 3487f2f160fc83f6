package io.triglot.runtime.validation;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A publisher whose elements are judged on their way. An element that is refused ends the stream
 * with what the judge throws.
 */
record JudgedPublisher<T>(Flow.Publisher<T> source, Consumer<? super T> judge)
    implements Flow.Publisher<T> {
  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    source.subscribe(new JudgedSubscriber<>(subscriber, judge));
  }

  private static final class JudgedSubscriber<T> implements Flow.Subscriber<T> {
    private final Flow.Subscriber<? super T> downstream;
    private final Consumer<? super T> judge;
    private Flow.@Nullable Subscription upstream;
    private boolean done;

    JudgedSubscriber(Flow.Subscriber<? super T> downstream, Consumer<? super T> judge) {
      this.downstream = downstream;
      this.judge = judge;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      upstream = subscription;
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(T element) {
      if (done) {
        return;
      }
      try {
        judge.accept(element);
      } catch (RuntimeException refusal) {
        Objects.requireNonNull(upstream, "onSubscribe comes first").cancel();
        onError(refusal);
        return;
      }
      downstream.onNext(element);
    }

    @Override
    public void onError(Throwable failure) {
      if (!done) {
        done = true;
        downstream.onError(failure);
      }
    }

    @Override
    public void onComplete() {
      if (!done) {
        done = true;
        downstream.onComplete();
      }
    }
  }
}
