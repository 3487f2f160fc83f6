package io.triglot.runtime.parity;

import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.ServiceContract;
import io.triglot.runtime.adoption.ResourceApi;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * The methods of an interface that may be called twice, with what they are called in reports.
 *
 * @param names by the methods' signatures
 */
record ComparedMethods(Map<Signature, String> names) {
  /**
   * What gives its value, or values, to whoever asks for them; by the name, since both are many.
   */
  private static final Set<String> LAZY = Set.of("Publisher", "Uni");

  /** A method of whichever interface. */
  record Signature(String name, List<Class<?>> parameters) {
    static Signature of(Method method) {
      return new Signature(method.getName(), List.of(method.getParameterTypes()));
    }
  }

  /**
   * The queries among the operations of an interface, and what else is said to be safe.
   *
   * @throws IllegalStateException when there are none, or when one that is said to be safe cannot
   *     be compared
   */
  static ComparedMethods of(Class<?> type, Set<String> safe) {
    Map<Signature, String> names = new HashMap<>();
    Set<String> unknown = new TreeSet<>(safe);
    for (Method method : type.getMethods()) {
      Optional<OperationDescriptor> query = query(method);
      boolean named = unknown.remove(method.getName()) || safe.contains(method.getName());
      if (Modifier.isAbstract(method.getModifiers()) && (named || query.isPresent())) {
        if (isComparable(method)) {
          String plain = type.getSimpleName() + "." + method.getName();
          names.put(Signature.of(method), query.map(OperationDescriptor::id).orElse(plain));
        } else if (named) {
          unknown.add(method.getName());
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          type.getName()
              + " has no methods "
              + unknown
              + " that give a value or a CompletionStage.");
    }
    if (names.isEmpty()) {
      throw new IllegalStateException(
          type.getName() + " has no queries. Name the methods that are safe() to call twice.");
    }
    return new ComparedMethods(Map.copyOf(names));
  }

  /** What a method is called in reports; empty where it is not compared. */
  Optional<String> nameOf(Method method) {
    return Optional.ofNullable(names.get(Signature.of(method)));
  }

  private static Optional<OperationDescriptor> query(Method method) {
    Class<?> type = method.getDeclaringClass();
    ResourceApi resource = type.getAnnotation(ResourceApi.class);
    Optional<ServiceContract> contract =
        resource == null ? ServiceContract.of(type) : ServiceContract.of(resource);
    return contract.stream()
        .flatMap(each -> each.operations().stream())
        .filter(operation -> operation.kind() == OperationKind.QUERY)
        .filter(
            operation ->
                resource == null
                    ? operation.method().in(type).equals(method)
                    : isOfResource(operation, method))
        .findFirst();
  }

  /** Whether a method of clients calls the operation, which the resource has by its own method. */
  private static boolean isOfResource(OperationDescriptor operation, Method method) {
    String name =
        operation.method().parameters() == null ? operation.method().name() : operation.name();
    return method.getName().equals(name) || method.getName().equals(name + "_");
  }

  private static boolean isComparable(Method method) {
    return Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
        .noneMatch(ComparedMethods::isLazy);
  }

  private static boolean isLazy(Class<?> type) {
    return !CompletionStage.class.isAssignableFrom(type)
        && (LAZY.contains(type.getSimpleName())
            || Stream.of(type.getInterfaces()).anyMatch(ComparedMethods::isLazy)
            || type.getSuperclass() != null && isLazy(type.getSuperclass()));
  }
}
