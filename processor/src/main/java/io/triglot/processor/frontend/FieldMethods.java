package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The methods of a type that are fields with arguments: {@code @ApiField} says so. */
final class FieldMethods {
  private FieldMethods() {}

  /** The methods, those of supertypes first; of overridden ones the last. */
  static List<ExecutableElement> of(Symbols symbols, TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>(symbols.lineage(type));
    Collections.reverse(lineage);
    List<ExecutableElement> methods =
        lineage.stream()
            .flatMap(each -> ElementFilter.methodsIn(symbols.members(each)).stream())
            .filter(FieldMethods::canBe)
            .toList();
    return IntStream.range(0, methods.size())
        .filter(i -> !isOverridden(symbols, methods.get(i), methods, i, type))
        .mapToObj(methods::get)
        .filter(method -> FieldAnnotation.of(symbols.overridden(method, type)).isField())
        .toList();
  }

  /** Whether a later one overrides it. Some compilers say of a pair that each does. */
  private static boolean isOverridden(
      Symbols symbols,
      ExecutableElement method,
      List<ExecutableElement> methods,
      int index,
      TypeElement type) {
    return methods.subList(index + 1, methods.size()).stream()
        .anyMatch(later -> symbols.elements().overrides(later, method, type));
  }

  /** Whether a method can be a field with arguments. */
  static boolean canBe(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && !method.getModifiers().contains(Modifier.STATIC)
        && !method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID;
  }

  /** The name in Java, which tells overloaded methods apart: {@code price(Currency)}. */
  static String javaName(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> TypeText.of(parameter.asType()))
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }
}
