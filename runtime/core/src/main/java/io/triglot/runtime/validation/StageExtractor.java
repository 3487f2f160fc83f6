package io.triglot.runtime.validation;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.concurrent.CompletionStage;

/** Has what a stage that has completed came to. */
final class StageExtractor implements ValueExtractor<CompletionStage<@ExtractedValue ?>> {
  @Override
  public void extractValues(CompletionStage<?> stage, ValueReceiver receiver) {
    receiver.value(null, stage.toCompletableFuture().getNow(null));
  }
}
