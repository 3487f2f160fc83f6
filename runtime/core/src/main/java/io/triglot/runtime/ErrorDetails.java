package io.triglot.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failure that came from a server, which are text there, as the typed properties
 * of the exception that it stands for. For generated code. Immutable and thread-safe.
 *
 * @param failure what the server told
 */
public record ErrorDetails(Failure failure) {
  private static final Map<Class<?>, Function<String, Object>> TYPES =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(Boolean.class, Boolean::valueOf),
          Map.entry(Byte.class, Byte::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(Float.class, Float::valueOf),
          Map.entry(Double.class, Double::valueOf),
          Map.entry(Character.class, text -> text.charAt(0)),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(BigInteger.class, BigInteger::new),
          Map.entry(UUID.class, UUID::fromString),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(Duration.class, Duration::parse),
          Map.entry(LocalDate.class, LocalDate::parse));

  /**
   * A detail that must be there.
   *
   * @throws IllegalArgumentException when it is not, or is of another type
   */
  public <T> T get(String name, Class<T> type) {
    T value = find(name, type);
    if (value == null) {
      throw new IllegalArgumentException("no detail " + name);
    }
    return value;
  }

  /**
   * A detail; null if there is none.
   *
   * @throws IllegalArgumentException when it is of another type
   */
  public <T> @Nullable T find(String name, Class<T> type) {
    Object value = failure.details().get(name);
    String text = String.valueOf(value);
    if (value == null || text.equals("null") && type != String.class) {
      return null;
    }
    if (type.isEnum()) {
      for (T constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(text + " is no " + type.getSimpleName());
    }
    Function<String, ?> parser = parser(type);
    try {
      return type.cast(parser.apply(text));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(text + " is no " + type.getSimpleName(), e);
    }
  }

  private static Function<String, ?> parser(Class<?> type) {
    Function<String, Object> simple = TYPES.get(type);
    return simple != null
        ? simple
        : TextScalar.of(type)
                .orElseThrow(() -> new IllegalArgumentException(type + " is no type of a detail"))
            ::parse;
  }
}
