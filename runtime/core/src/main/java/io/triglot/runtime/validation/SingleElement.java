package io.triglot.runtime.validation;

import java.util.concurrent.Flow;

/** Stands for a publisher while one of its elements is judged. Nobody subscribes to it. */
record SingleElement<T>(T element) implements Flow.Publisher<T> {
  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    throw new UnsupportedOperationException("stands for a publisher only");
  }
}
