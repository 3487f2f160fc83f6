package io.triglot.runtime;

import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes the elements of a stream on as what a conversion makes of them. A conversion that fails
 * cancels the stream and ends it with its failure.
 *
 * @param <S> the type of the elements
 * @param <T> what becomes of them
 */
public final class MappingSubscriber<S, T> implements Flow.Subscriber<S> {
  private final Flow.Subscriber<? super T> downstream;
  private final Function<? super S, ? extends T> conversion;
  private final UnaryOperator<Throwable> failureConversion;
  private Flow.@Nullable Subscription upstream;
  private boolean done;

  /** Converts elements. */
  public MappingSubscriber(
      Flow.Subscriber<? super T> downstream, Function<? super S, ? extends T> conversion) {
    this(downstream, conversion, failure -> failure);
  }

  /** Converts elements, and the failure that ends the stream. */
  public MappingSubscriber(
      Flow.Subscriber<? super T> downstream,
      Function<? super S, ? extends T> conversion,
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
