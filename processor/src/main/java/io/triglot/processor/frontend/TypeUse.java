package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A class of the user's, or one use of a generic one, which is a type of its own in the contracts.
 *
 * @param name with the type arguments of this use
 * @param arguments what the class's type variables stand for
 */
record TypeUse(TypeElement element, JavaName name, TypeArguments arguments) {

  /** A class that is not generic. */
  static TypeUse of(TypeElement element) {
    return new TypeUse(element, Symbols.javaName(element), TypeArguments.NONE);
  }

  /**
   * A use of a class.
   *
   * @param arguments its type arguments as they were read
   * @param scope what variables in them stand for
   */
  static TypeUse of(DeclaredType use, List<TypeRef> arguments, TypeArguments scope) {
    TypeElement element = (TypeElement) use.asElement();
    return new TypeUse(
        element, Symbols.javaName(element).of(arguments), TypeArguments.of(use, scope));
  }

  /** How deep type arguments stand in type arguments. */
  int depth() {
    return depth(name);
  }

  private static int depth(JavaName name) {
    return name.arguments().stream().mapToInt(each -> 1 + depth(each)).max().orElse(0);
  }

  private static int depth(TypeRef type) {
    return type.present() instanceof TypeRef.NamedRef named
        ? depth(named.name())
        : type.present() instanceof TypeRef.ListRef list
            ? 1 + depth(list.element())
            : type.present() instanceof TypeRef.MapRef map ? 1 + depth(map.value()) : 0;
  }
}
