package io.triglot.runtime.validation;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.concurrent.Flow;

/** Has the one element that a {@link SingleElement} stands for. */
final class PublisherExtractor implements ValueExtractor<Flow.Publisher<@ExtractedValue ?>> {
  @Override
  public void extractValues(Flow.Publisher<?> publisher, ValueReceiver receiver) {
    if (publisher instanceof SingleElement<?> single) {
      receiver.value(null, single.element());
    }
  }
}
