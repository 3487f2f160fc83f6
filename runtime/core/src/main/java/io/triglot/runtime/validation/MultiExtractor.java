package io.triglot.runtime.validation;

import io.smallrye.mutiny.Multi;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Has the item of a Multi that has one, at once. */
final class MultiExtractor implements ValueExtractor<Multi<@ExtractedValue ?>> {
  /** Such a Multi. */
  static <T> Multi<T> holding(T item) {
    return Multi.createFrom().item(item);
  }

  @Override
  public void extractValues(Multi<?> multi, ValueReceiver receiver) {
    receiver.value(null, multi.collect().first().subscribeAsCompletionStage().getNow(null));
  }
}
