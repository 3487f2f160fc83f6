package io.triglot.runtime.validation;

import io.triglot.runtime.GivenValue;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;

/** Has the value that a caller gave; what the caller left out has nothing to be validated. */
@UnwrapByDefault
final class GivenExtractor implements ValueExtractor<GivenValue<@ExtractedValue ?>> {
  @Override
  public void extractValues(GivenValue<?> given, ValueReceiver receiver) {
    if (given.isPresent()) {
      receiver.value(null, orNull(given));
    }
  }

  /** The value that is given, or null. */
  @SuppressWarnings("NullAway") // the other is taken where there is none only
  static <T> @Nullable T orNull(GivenValue<T> given) {
    return given.orElse(null);
  }
}
