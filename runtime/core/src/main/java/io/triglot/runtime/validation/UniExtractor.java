package io.triglot.runtime.validation;

import io.smallrye.mutiny.Uni;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Has the item of a Uni that has it at once. */
final class UniExtractor implements ValueExtractor<Uni<@ExtractedValue ?>> {
  /** Such a Uni. */
  static <T> Uni<T> holding(T item) {
    return Uni.createFrom().item(item);
  }

  @Override
  public void extractValues(Uni<?> uni, ValueReceiver receiver) {
    receiver.value(null, uni.subscribeAsCompletionStage().getNow(null));
  }
}
