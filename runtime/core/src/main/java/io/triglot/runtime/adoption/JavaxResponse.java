package io.triglot.runtime.adoption;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses of {@code javax.ws.rs}, the older name of JAX-RS, which need not be there: by the
 * public methods of its classes.
 */
final class JavaxResponse {
  private static final String RESPONSE = "javax.ws.rs.core.Response";
  private static final String GENERIC_ENTITY = "javax.ws.rs.core.GenericEntity";
  private static final String EXCEPTION = "javax.ws.rs.WebApplicationException";

  private JavaxResponse() {}

  static boolean isResponse(Object value) {
    return superclass(value, RESPONSE) != null;
  }

  /** The response of a {@code WebApplicationException}; null of any other failure. */
  static @Nullable Object ofException(Throwable failure) {
    Class<?> type = superclass(failure, EXCEPTION);
    return type == null ? null : call(type, failure, "getResponse");
  }

  static ResourceResponse of(Object response) {
    Class<?> type = Objects.requireNonNull(superclass(response, RESPONSE));
    Object status = Objects.requireNonNull(call(type, response, "getStatusInfo"));
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("Retry-After", "Location")) {
      Object value = call(type, response, "getHeaderString", name);
      if (value != null) {
        headers.put(name, value.toString());
      }
    }
    return new ResourceResponse(
        (int) Objects.requireNonNull(call(type, response, "getStatus")),
        Objects.toString(call(statusType(type), status, "getReasonPhrase")),
        entity(call(type, response, "getEntity")),
        headers);
  }

  private static Class<?> statusType(Class<?> response) {
    try {
      return response.getMethod("getStatusInfo").getReturnType();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object entity(@Nullable Object entity) {
    Class<?> generic = entity == null ? null : superclass(entity, GENERIC_ENTITY);
    return generic == null || entity == null ? entity : call(generic, entity, "getEntity");
  }

  private static @Nullable Class<?> superclass(Object value, String name) {
    Class<?> type = value.getClass();
    while (type != null && !type.getName().equals(name)) {
      type = type.getSuperclass();
    }
    return type;
  }

  private static @Nullable Object call(
      Class<?> type, Object target, String method, Object... arguments) {
    try {
      Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
      return type.getMethod(method, types).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
