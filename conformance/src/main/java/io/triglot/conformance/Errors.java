package io.triglot.conformance;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of declared errors.
 *
 * @param given what makes them, where the user has said so
 */
record Errors(Map<Class<?>, Supplier<? extends Throwable>> given) {
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(boolean.class, true),
          Map.entry(byte.class, (byte) 1),
          Map.entry(short.class, (short) 1),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(float.class, 1f),
          Map.entry(double.class, 1d),
          Map.entry(char.class, 'c'),
          Map.entry(List.class, List.of()),
          Map.entry(Set.class, Set.of()),
          Map.entry(Map.class, Map.of()));

  /** An instance; empty where none of the constructors can be called. */
  Optional<Throwable> instance(Class<?> error) {
    Supplier<? extends Throwable> supplier = given.get(error);
    if (supplier != null) {
      return Optional.of(supplier.get());
    }
    return Arrays.stream(error.getDeclaredConstructors())
        .sorted(Comparator.comparing(Constructor::getParameterCount))
        .flatMap(constructor -> Optional.ofNullable(made(constructor)).stream())
        .findFirst();
  }

  private static @Nullable Throwable made(Constructor<?> constructor) {
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes()).map(Errors::value).toArray();
    try {
      constructor.setAccessible(true);
      return (Throwable) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable Object value(Class<?> type) {
    return type.isEnum() ? type.getEnumConstants()[0] : VALUES.get(type);
  }
}
