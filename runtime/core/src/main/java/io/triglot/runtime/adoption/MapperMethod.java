package io.triglot.runtime.adoption;

import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an {@code ExceptionMapper} maps, and the call of it; only after a failure, never before. */
final class MapperMethod {
  private static final Set<String> INTERFACES =
      Set.of("jakarta.ws.rs.ext.ExceptionMapper", "javax.ws.rs.ext.ExceptionMapper");

  private MapperMethod() {}

  /** The exception class that a mapper takes. */
  static Class<?> mapped(Object mapper) {
    for (Class<?> type = mapper.getClass(); type != null; type = type.getSuperclass()) {
      for (Type parent : type.getGenericInterfaces()) {
        if (parent instanceof ParameterizedType generic
            && INTERFACES.contains(generic.getRawType().getTypeName())
            && generic.getActualTypeArguments()[0] instanceof Class<?> exception) {
          return exception;
        }
      }
    }
    throw new IllegalArgumentException(
        mapper.getClass().getName() + " is no ExceptionMapper of one class of exceptions");
  }

  static @Nullable Object call(Object mapper, Throwable failure) {
    return mapper instanceof ExceptionMapper<?> current
        ? mapped(current, failure)
        : JavaxApi.mapped(mapper, failure);
  }

  @SuppressWarnings("unchecked") // the mapper was chosen by the failure's class
  private static @Nullable Object mapped(ExceptionMapper<?> mapper, Throwable failure) {
    return ((ExceptionMapper<Throwable>) mapper).toResponse(failure);
  }
}
