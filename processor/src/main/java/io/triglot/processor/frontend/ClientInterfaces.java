package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the interfaces of a service that its operations implement completely. */
final class ClientInterfaces {
  private ClientInterfaces() {}

  static List<JavaName> of(TypeElement service, List<OperationMethod> operations, Symbols symbols) {
    return symbols.lineage(service).stream()
        .filter(type -> type.getKind() == ElementKind.INTERFACE)
        .filter(type -> type.getTypeParameters().isEmpty() && TypeCatalog.isPublic(type))
        .filter(type -> !type.getModifiers().contains(Modifier.SEALED))
        .filter(type -> isImplemented(type, operations, symbols))
        .map(Symbols::javaName)
        .toList();
  }

  private static boolean isImplemented(
      TypeElement type, List<OperationMethod> operations, Symbols symbols) {
    List<ExecutableElement> open =
        ElementFilter.methodsIn(symbols.elements().getAllMembers(type)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return !open.isEmpty()
        && open.stream()
            .allMatch(
                method ->
                    operations.stream()
                        .anyMatch(operation -> declares(method, operation, symbols)));
  }

  /** The interfaces of the service that declare the method of an operation. */
  static Set<JavaName> declaring(OperationMethod operation, Symbols symbols) {
    return symbols.lineage(operation.service()).stream()
        .filter(type -> type.getKind() == ElementKind.INTERFACE)
        .filter(
            type ->
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .anyMatch(method -> declares(method, operation, symbols)))
        .map(Symbols::javaName)
        .collect(Collectors.toSet());
  }

  private static boolean declares(
      ExecutableElement method, OperationMethod operation, Symbols symbols) {
    return operation.declaration().equals(method)
        || symbols.elements().overrides(operation.declaration(), method, operation.service());
  }
}
