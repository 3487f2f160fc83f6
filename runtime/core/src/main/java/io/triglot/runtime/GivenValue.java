package io.triglot.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value that a caller gives or leaves out, where to give null is not the same as to leave it out.
 *
 * @param <T> the type of the value
 */
public interface GivenValue<T extends @Nullable Object> {
  /** Whether it is given: as a value, or as null. */
  boolean isPresent();

  /** The value that is given, which may be null; the other where none is. */
  T orElse(T other);
}
