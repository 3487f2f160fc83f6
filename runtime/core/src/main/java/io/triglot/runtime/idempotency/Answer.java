package io.triglot.runtime.idempotency;

import io.triglot.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** What a call came to, once and for all. */
public sealed interface Answer {
  /**
   * The method's result, before a protocol writes it. Whoever keeps it gives the same object to
   * every repetition: it must not be changed.
   */
  record Result(@Nullable Object value) implements Answer {}

  /** A declared error. */
  record Refusal(Failure failure) implements Answer {}
}
