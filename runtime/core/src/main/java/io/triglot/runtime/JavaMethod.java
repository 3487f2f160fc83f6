package io.triglot.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's method behind an operation, as generated code names it.
 *
 * @param name its name
 * @param parameters the types of its parameters, where the class has further methods of the name;
 *     else null
 */
public record JavaMethod(String name, @Nullable List<Class<?>> parameters) {
  /** Takes a copy of the list. */
  public JavaMethod {
    Objects.requireNonNull(name, "name");
    parameters = parameters == null ? null : List.copyOf(parameters);
  }

  /**
   * The method in a class or interface that has it or inherits it.
   *
   * @throws IllegalStateException when there is none, or more than one
   */
  public Method in(Class<?> type) {
    List<Method> found =
        Stream.of(type.getMethods())
            .filter(method -> method.getName().equals(name))
            .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
            .filter(this::takes)
            .toList();
    List<Method> nearest =
        found.stream().filter(method -> found.stream().noneMatch(o -> hides(o, method))).toList();
    if (nearest.size() != 1) {
      throw new IllegalStateException(
          type.getName() + " has " + nearest.size() + " public methods that could be " + this);
    }
    return nearest.get(0);
  }

  /** A parameter of a generic superclass takes more than what it is here. */
  private boolean takes(Method method) {
    Class<?>[] declared = method.getParameterTypes();
    if (parameters == null) {
      return true;
    }
    boolean takes = declared.length == parameters.size();
    for (int i = 0; takes && i < declared.length; i++) {
      takes = declared[i].isAssignableFrom(parameters.get(i));
    }
    return takes;
  }

  /** Whether the one is nearer to the class, or to the parameters, than the other. */
  private static boolean hides(Method one, Method other) {
    if (one.equals(other)) {
      return false;
    }
    Class<?>[] types = one.getParameterTypes();
    Class<?>[] others = other.getParameterTypes();
    if (!Arrays.equals(types, others)) {
      return types.length == others.length && isNarrower(types, others);
    }
    return !one.getDeclaringClass().equals(other.getDeclaringClass())
        ? other.getDeclaringClass().isAssignableFrom(one.getDeclaringClass())
        : other.getReturnType().isAssignableFrom(one.getReturnType());
  }

  private static boolean isNarrower(Class<?>[] types, Class<?>[] others) {
    for (int i = 0; i < types.length; i++) {
      if (!others[i].isAssignableFrom(types[i])) {
        return false;
      }
    }
    return true;
  }
}
