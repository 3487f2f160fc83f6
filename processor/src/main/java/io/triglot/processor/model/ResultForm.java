package io.triglot.processor.model;

/** How a method hands over its result. */
public enum ResultForm {
  /** It returns the value. */
  VALUE,
  /** It returns a {@code java.util.concurrent.CompletionStage} of the value. */
  STAGE,
  /** It returns a {@code java.util.concurrent.Flow.Publisher} of values. */
  PUBLISHER
}
