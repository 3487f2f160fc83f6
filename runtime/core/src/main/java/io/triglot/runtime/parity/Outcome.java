package io.triglot.runtime.parity;

import io.triglot.runtime.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public sealed interface Outcome {
  /** It has returned, or its stage has completed. */
  record Value(@Nullable Object value) implements Outcome {}

  /**
   * It has failed.
   *
   * @param thrown what was thrown, or what the stage failed with
   * @param failure the same as every protocol tells it; of what no protocol tells, UNKNOWN with the
   *     class as the reason
   */
  record Failed(Throwable thrown, Failure failure) implements Outcome {}

  /** It has not ended in time, or was not made. */
  record None() implements Outcome {}

  /** Why it failed, if it did. */
  default Optional<Failure> failed() {
    return this instanceof Failed failed ? Optional.of(failed.failure()) : Optional.empty();
  }
}
