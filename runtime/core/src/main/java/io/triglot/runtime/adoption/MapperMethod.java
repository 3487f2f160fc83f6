package io.triglot.runtime.adoption;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;
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
    try {
      for (Class<?> each : interfaces(mapper)) {
        Method method = each.getMethod("toResponse", Throwable.class);
        return method.invoke(mapper, failure);
      }
      return null;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Iterable<Class<?>> interfaces(Object mapper) {
    return Stream.<Class<?>>iterate(mapper.getClass(), t -> t != null, Class::getSuperclass)
            .<Class<?>>flatMap(type -> Stream.of(type.getInterfaces()))
            .filter(type -> INTERFACES.contains(type.getName()))
        ::iterator;
  }
}
