package io.triglot.runtime;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes numbers out of optionals and puts them in, null standing for none. For generated code. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the user's own types
public final class Optionals {
  private Optionals() {}

  /** The number, or null. */
  public static @Nullable Integer orNull(OptionalInt optional) {
    return optional.isPresent() ? optional.getAsInt() : null;
  }

  /** The number, or null. */
  public static @Nullable Long orNull(OptionalLong optional) {
    return optional.isPresent() ? optional.getAsLong() : null;
  }

  /** The number, or null. */
  public static @Nullable Double orNull(OptionalDouble optional) {
    return optional.isPresent() ? optional.getAsDouble() : null;
  }

  /** The number as an optional, null as the empty one. */
  public static OptionalInt ofInt(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The number as an optional, null as the empty one. */
  public static OptionalLong ofLong(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The number as an optional, null as the empty one. */
  public static OptionalDouble ofDouble(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
