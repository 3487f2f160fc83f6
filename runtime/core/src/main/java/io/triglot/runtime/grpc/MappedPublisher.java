package io.triglot.runtime.grpc;

import io.triglot.runtime.MappingSubscriber;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
}
