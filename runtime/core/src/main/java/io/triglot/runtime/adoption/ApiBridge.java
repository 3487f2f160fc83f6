package io.triglot.runtime.adoption;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows objects of {@code jakarta.ws.rs} as those of {@code javax.ws.rs}, its older name, to
 * resources that use that, and what these hand back the other way round. The two have the same
 * interfaces.
 */
final class ApiBridge {
  private static final String JAKARTA = "jakarta.ws.rs.";
  private static final String JAVAX = "javax.ws.rs.";

  private ApiBridge() {}

  /** The object as this type, which is its own or that of the other name. */
  static <C> C to(Class<C> type, Object object) {
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? method.invoke(object, arguments)
                : call(object, method, arguments, type.getClassLoader());
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object object, Method method, @Nullable Object @Nullable [] arguments, ClassLoader loader)
      throws Throwable {
    ClassLoader own = object.getClass().getClassLoader();
    Class<?> declaring = Class.forName(otherName(method.getDeclaringClass().getName()), false, own);
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] given = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < given.length; i++) {
      given[i] = converted(given[i], own);
      types[i] = other(types[i], own);
    }
    try {
      return converted(declaring.getMethod(method.getName(), types).invoke(object, given), loader);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static Class<?> other(Class<?> type, ClassLoader loader) throws ClassNotFoundException {
    return isOfApi(type) ? Class.forName(otherName(type.getName()), false, loader) : type;
  }

  /** The value under the other name, where it has one. */
  private static @Nullable Object converted(@Nullable Object value, ClassLoader loader)
      throws ReflectiveOperationException {
    if (value == null) {
      return null;
    }
    String name = value.getClass().getName();
    if (name.endsWith(".core.MultivaluedHashMap")) {
      Object map = Class.forName(otherName(name), true, loader).getConstructor().newInstance();
      ((Map<?, ?>) value).forEach((key, values) -> put(map, key, values));
      return map;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        converted.put(entry.getKey(), converted(entry.getValue(), loader));
      }
      return converted;
    }
    if (value instanceof List<?> list && list.stream().anyMatch(each -> isApiValue(each))) {
      @Nullable Object[] converted = new @Nullable Object[list.size()];
      for (int i = 0; i < converted.length; i++) {
        converted[i] = converted(list.get(i), loader);
      }
      return List.of(converted);
    }
    return convertedValue(value, loader);
  }

  @SuppressWarnings("unchecked") // a new map, of whatever the other has
  private static void put(Object map, @Nullable Object key, @Nullable Object value) {
    ((Map<@Nullable Object, @Nullable Object>) map).put(key, value);
  }

  private static Object convertedValue(Object value, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = value.getClass();
    if (type.getName().endsWith(".core.MediaType")) {
      return Class.forName(otherName(type.getName()), true, loader)
          .getConstructor(String.class, String.class)
          .newInstance(get(value, "getType"), get(value, "getSubtype"));
    }
    if (type.getName().endsWith(".core.Cookie")) {
      return Class.forName(otherName(type.getName()), true, loader)
          .getConstructor(String.class, String.class)
          .newInstance(get(value, "getName"), get(value, "getValue"));
    }
    if (type.getName().endsWith("UriBuilder")) {
      Object uri =
          value.getClass().getMethod("build", Object[].class).invoke(value, (Object) new Object[0]);
      return builder(uri, loader);
    }
    Class<?> shown = apiInterface(type);
    return shown == null
        ? value
        : to(Class.forName(otherName(shown.getName()), true, loader), value);
  }

  private static Object builder(@Nullable Object uri, ClassLoader loader)
      throws ReflectiveOperationException {
    return Class.forName(JAVAX + "core.UriBuilder", true, loader)
        .getMethod("fromUri", URI.class)
        .invoke(null, uri);
  }

  private static @Nullable Object get(Object value, String getter)
      throws ReflectiveOperationException {
    return value.getClass().getMethod(getter).invoke(value);
  }

  private static boolean isApiValue(@Nullable Object value) {
    return value != null && (isOfApi(value.getClass()) || apiInterface(value.getClass()) != null);
  }

  private static @Nullable Class<?> apiInterface(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
        .<Class<?>>flatMap(each -> Stream.of(each.getInterfaces()))
        .filter(ApiBridge::isOfApi)
        .findFirst()
        .orElse(null);
  }

  private static boolean isOfApi(Class<?> type) {
    return type.getName().startsWith(JAKARTA) || type.getName().startsWith(JAVAX);
  }

  private static String otherName(String name) {
    return name.startsWith(JAKARTA)
        ? JAVAX + name.substring(JAKARTA.length())
        : JAKARTA + name.substring(JAVAX.length());
  }
}
