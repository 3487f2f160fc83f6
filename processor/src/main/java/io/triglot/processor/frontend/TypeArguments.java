package io.triglot.processor.frontend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * What the type variables of a class stand for in one use of it, as the user wrote it: a compiler
 * that puts arguments into a type forgets the annotations on them.
 *
 * @param byVariable the arguments by the names of the variables
 */
record TypeArguments(Map<String, Argument> byVariable) {
  /** Those of a class that is not generic. */
  static final TypeArguments NONE = new TypeArguments(Map.of());

  /**
   * A type argument.
   *
   * @param scope what variables in it stand for
   */
  record Argument(TypeMirror type, TypeArguments scope) {}

  /** The arguments of a use that stands where {@code scope} holds. */
  static TypeArguments of(DeclaredType use, TypeArguments scope) {
    TypeElement type = (TypeElement) use.asElement();
    List<? extends TypeMirror> arguments = use.getTypeArguments();
    Map<String, Argument> byVariable = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      byVariable.put(
          type.getTypeParameters().get(i).getSimpleName().toString(),
          new Argument(arguments.get(i), scope));
    }
    return byVariable.isEmpty() ? NONE : new TypeArguments(byVariable);
  }

  /** What a type stands for, if it is a variable that is known here. */
  Optional<Argument> find(TypeMirror type) {
    return type instanceof TypeVariable variable
        ? Optional.ofNullable(byVariable.get(variable.asElement().getSimpleName().toString()))
        : Optional.empty();
  }
}
