package io.triglot.runtime.adoption;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application's own {@code ExceptionMapper}s of JAX-RS, which say how its failures are
 * answered. Thread-safe.
 */
@FunctionalInterface
public interface ExceptionMappers {
  /** No mappers. */
  ExceptionMappers NONE = failure -> null;

  /**
   * The response that the mapper of the failure's class, or of its nearest superclass that has one,
   * makes of it.
   *
   * @return a {@code Response}; null where no mapper takes the failure, or it makes nothing of it
   */
  @Nullable Object response(Throwable failure);

  /**
   * Mappers that are told one by one.
   *
   * @param mappers instances of {@code jakarta.ws.rs.ext.ExceptionMapper} or {@code
   *     javax.ws.rs.ext.ExceptionMapper}
   * @throws IllegalArgumentException for what is none, or does not say what it maps
   */
  static ExceptionMappers of(Object... mappers) {
    Map<Class<?>, Object> byType = new HashMap<>();
    Stream.of(mappers).forEach(mapper -> byType.put(MapperMethod.mapped(mapper), mapper));
    return failure -> {
      Class<?> type = failure.getClass();
      while (type != null && !byType.containsKey(type)) {
        type = type.getSuperclass();
      }
      Object mapper = type == null ? null : byType.get(type);
      return mapper == null ? null : MapperMethod.call(mapper, failure);
    };
  }

  /** These and, where none of them takes a failure, those. */
  default ExceptionMappers or(ExceptionMappers others) {
    return failure -> {
      Object response = response(failure);
      return response == null ? others.response(failure) : response;
    };
  }
}
