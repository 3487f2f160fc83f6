package io.triglot.processor.model;

/** Which values of a field JSON has, as Jackson's {@code JsonInclude.Include} says. */
public enum JsonInclusion {
  /** All, null included. */
  ALWAYS,
  /** All but null. */
  NON_NULL,
  /** All but null and empty optionals. */
  NON_ABSENT,
  /** All but these, empty text and empty collections. */
  NON_EMPTY,
  /** All but these, {@code false} and 0. */
  NON_DEFAULT
}
