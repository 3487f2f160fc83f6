package io.triglot.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of the user's classes: declared errors, and results that methods might give.
 *
 * @param given what makes them, where the user has said so
 */
record Instances(Map<Class<?>, Supplier<?>> given) {
  private static final int DEEPEST = 8;

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(CharSequence.class, "text"),
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(byte.class, (byte) 1),
          Map.entry(Byte.class, (byte) 1),
          Map.entry(short.class, (short) 1),
          Map.entry(Short.class, (short) 1),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(Long.class, 1L),
          Map.entry(float.class, 1f),
          Map.entry(Float.class, 1f),
          Map.entry(double.class, 1d),
          Map.entry(Double.class, 1d),
          Map.entry(char.class, 'c'),
          Map.entry(Character.class, 'c'),
          Map.entry(BigDecimal.class, new BigDecimal("1.50")),
          Map.entry(BigInteger.class, BigInteger.ONE),
          Map.entry(UUID.class, UUID.fromString("123e4567-e89b-42d3-a456-426614174000")),
          Map.entry(Instant.class, Instant.parse("2024-02-29T12:30:00Z")),
          Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2024-02-29T12:30:00Z")),
          Map.entry(LocalDateTime.class, LocalDateTime.parse("2024-02-29T12:30:00")),
          Map.entry(LocalDate.class, LocalDate.parse("2024-02-29")),
          Map.entry(LocalTime.class, LocalTime.parse("12:30:00")),
          Map.entry(Duration.class, Duration.ofHours(1)));

  /** An instance; empty where none of the constructors can be called. */
  Optional<Object> of(Type type) {
    return Optional.ofNullable(value(type, 0));
  }

  private @Nullable Object value(Type type, int depth) {
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && !given.containsKey(raw)) {
      return generic(raw, generic.getActualTypeArguments(), depth);
    }
    return type instanceof Class<?> plain ? plain(plain, depth) : null;
  }

  private @Nullable Object plain(Class<?> type, int depth) {
    Supplier<?> supplier = given.get(type);
    if (supplier != null) {
      return supplier.get();
    }
    if (VALUES.containsKey(type)) {
      return VALUES.get(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed()) {
      return value(type.getPermittedSubclasses()[0], depth + 1);
    }
    return depth > DEEPEST
        ? null
        : Arrays.stream(type.getDeclaredConstructors())
            .sorted(Comparator.comparing(Constructor::getParameterCount))
            .flatMap(constructor -> Optional.ofNullable(made(constructor, depth + 1)).stream())
            .findFirst()
            .orElse(null);
  }

  /** What holds others: one of them, so that a client has something to ask for. */
  private @Nullable Object generic(Class<?> raw, Type[] arguments, int depth) {
    Object last = value(arguments[arguments.length - 1], depth + 1);
    if (last == null || depth > DEEPEST) {
      return null;
    }
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      return List.of(last);
    }
    if (raw == Set.class) {
      return Set.of(last);
    }
    if (raw == Optional.class) {
      return Optional.of(last);
    }
    if (raw == CompletionStage.class || raw == CompletableFuture.class) {
      return CompletableFuture.completedFuture(last);
    }
    if (raw == Flow.Publisher.class) {
      return single(last);
    }
    Object key = raw == Map.class ? value(arguments[0], depth + 1) : null;
    return key == null ? null : Map.of(key, last);
  }

  private static Flow.Publisher<Object> single(Object value) {
    return subscriber -> {
      try (SubmissionPublisher<Object> publisher = new SubmissionPublisher<>(Runnable::run, 1)) {
        publisher.subscribe(subscriber);
        publisher.submit(value);
      }
    };
  }

  private @Nullable Object made(Constructor<?> constructor, int depth) {
    Object[] arguments =
        Arrays.stream(constructor.getGenericParameterTypes())
            .map(type -> value(type, depth))
            .toArray();
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
