package io.triglot.runtime.validation;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Stands for a publisher of Reactive Streams while one of its elements is judged. Nobody subscribes
 * to it.
 */
record ReactiveElement<T>(T element) implements Publisher<T> {
  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    throw new UnsupportedOperationException("stands for a publisher only");
  }
}
