package io.triglot.processor.frontend;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Spells types for messages. Compilers differ in the {@code toString()} of a type, so that one is
 * never shown.
 */
final class TypeText {
  private TypeText() {}

  /** The type as Java writes it, with simple names and without annotations. */
  static String of(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return of(declared);
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard);
    }
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static String of(DeclaredType type) {
    String name = Symbols.shownName((TypeElement) type.asElement());
    return type.getTypeArguments().isEmpty()
        ? name
        : type.getTypeArguments().stream()
            .map(TypeText::of)
            .collect(Collectors.joining(", ", name + "<", ">"));
  }

  private static String of(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + of(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
  }
}
