package io.triglot.runtime.validation;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.concurrent.Callable;
import org.reactivestreams.Publisher;

/** Has the element of a {@link ReactiveElement}, or of a Flux that has one, at once. */
final class ReactiveExtractor implements ValueExtractor<Publisher<@ExtractedValue ?>> {
  @Override
  public void extractValues(Publisher<?> publisher, ValueReceiver receiver) {
    if (publisher instanceof ReactiveElement<?> single) {
      receiver.value(null, single.element());
    } else if (publisher instanceof Callable<?> constant) { // as Reactor has those of one element
      receiver.value(null, value(constant));
    }
  }

  private static Object value(Callable<?> constant) {
    try {
      return constant.call();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
