package io.triglot.runtime;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings values from the form in which they travel into the one that Java code has, and back. For
 * generated code.
 */
public final class Conversions {
  private Conversions() {}

  /** What the conversion makes of a value; null of null. */
  public static <S, T> @Nullable T orNull(
      @Nullable S value, Function<? super S, ? extends T> conversion) {
    return value == null ? null : conversion.apply(value);
  }

  /**
   * What the conversion makes of a value that a caller sent.
   *
   * @throws IllegalArgumentException if it makes nothing of it: it returns null, or throws such an
   *     exception, or one of those that the JDK's own parsers throw. Any other exception is a bug
   *     of the conversion, and is passed on.
   */
  public static <S, T> T read(S value, Function<? super S, ? extends T> conversion) {
    try {
      T converted = conversion.apply(value);
      if (converted == null) {
        throw new IllegalArgumentException("no value");
      }
      return converted;
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Makes arrays of collections. */
  public static <T> Function<Collection<T>, T[]> toArray(IntFunction<T[]> constructor) {
    return elements -> elements.toArray(constructor);
  }
}
