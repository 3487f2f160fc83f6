package io.triglot.runtime.grpc;

import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A publisher whose elements are converted on their way.
 *
 * <p>A conversion that fails cancels the source and fails the stream; so does a source that throws
 * when it is subscribed to.
 */
record MappedPublisher<S, T>(Flow.Publisher<S> source, Function<S, T> conversion)
    implements Flow.Publisher<T> {

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    MappingSubscriber<S, T> mapping = new MappingSubscriber<>(subscriber, conversion);
    try {
      source.subscribe(mapping);
    } catch (RuntimeException failure) {
      mapping.onError(failure);
    }
  }

  private static final class MappingSubscriber<S, T> implements Flow.Subscriber<S> {
    private final Flow.Subscriber<? super T> downstream;
    private final Function<S, T> conversion;
    private Flow.@Nullable Subscription upstream;
    private boolean done;

    MappingSubscriber(Flow.Subscriber<? super T> downstream, Function<S, T> conversion) {
      this.downstream = downstream;
      this.conversion = conversion;
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
