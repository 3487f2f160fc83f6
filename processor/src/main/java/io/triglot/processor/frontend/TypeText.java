package io.triglot.processor.frontend;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Spells types for messages and for sources. Compilers differ in the {@code toString()} of a type,
 * so that one is never shown.
 */
final class TypeText {
  private TypeText() {}

  /** The type as Java writes it, with simple names and without annotations. */
  static String of(TypeMirror type) {
    return of(type, Symbols::shownName);
  }

  /** The type as Java writes it, with qualified names and without annotations. */
  static String qualified(TypeMirror type) {
    return of(type, element -> element.getQualifiedName().toString());
  }

  private static String of(TypeMirror type, Function<TypeElement, String> name) {
    if (type instanceof DeclaredType declared) {
      return of(declared, name);
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType(), name) + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard, name);
    }
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static String of(DeclaredType type, Function<TypeElement, String> name) {
    String itself = name.apply((TypeElement) type.asElement());
    return type.getTypeArguments().isEmpty()
        ? itself
        : type.getTypeArguments().stream()
            .map(argument -> of(argument, name))
            .collect(Collectors.joining(", ", itself + "<", ">"));
  }

  private static String of(WildcardType type, Function<TypeElement, String> name) {
    if (type.getExtendsBound() != null) {
      return "? extends " + of(type.getExtendsBound(), name);
    }
    return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound(), name);
  }
}
