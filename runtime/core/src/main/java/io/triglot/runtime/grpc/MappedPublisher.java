package io.triglot.runtime.grpc;

import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A publisher whose elements are converted on their way, and the failure that ends it, too.
 *
 * <p>A conversion that fails cancels the source and fails the stream; so does a source that throws
 * when it is subscribed to.
 */
record MappedPublisher<S, T>(
    Flow.Publisher<S> source, Function<S, T> conversion, UnaryOperator<Throwable> failureConversion)
    implements Flow.Publisher<T> {

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    MappingSubscriber<S, T> mapping =
        new MappingSubscriber<>(subscriber, conversion, failureConversion);
    try {
      source.subscribe(mapping);
    } catch (RuntimeException failure) {
      mapping.onError(failure);
    }
  }

  private static final class MappingSubscriber<S, T> implements Flow.Subscriber<S> {
    private final Flow.Subscriber<? super T> downstream;
    private final Function<S, T> conversion;
    private final UnaryOperator<Throwable> failureConversion;
    private Flow.@Nullable Subscription upstream;
    private boolean done;

    MappingSubscriber(
        Flow.Subscriber<? super T> downstream,
        Function<S, T> conversion,
        UnaryOperator<Throwable> failureConversion) {
      this.downstream = downstream;
      this.conversion = conversion;
      this.failureConversion = failureConversion;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      upstream = subscription;
      downstream.onSubscribe(subscription);
    }

    @Override
    public void onNext(S element) {
      if (done) {
        return;
      }
      T converted;
      try {
        converted = conversion.apply(element);
      } catch (RuntimeException failure) {
        Flow.Subscription source = upstream;
        if (source != null) {
          source.cancel();
        }
        onError(failure);
        return;
      }
      downstream.onNext(converted);
    }

    @Override
    public void onError(Throwable failure) {
      if (!done) {
        done = true;
        downstream.onError(failureConversion.apply(failure));
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
