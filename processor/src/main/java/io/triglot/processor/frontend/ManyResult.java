package io.triglot.processor.frontend;

import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.ResultForm;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What a method returns that is called once for many things: a map from each to its value, or a
 * list in their order, or a stage of either.
 *
 * @param key the keys of the map; empty for a list
 * @param value the values of the map, or the elements of the list
 */
record ManyResult(ResultForm form, Optional<TypeMirror> key, TypeMirror value) {
  /** Whether it is a map. */
  boolean keyed() {
    return key.isPresent();
  }

  /** What the method returns, if it is any of these. */
  static Optional<ManyResult> of(OperationMethod method) {
    TypeMirror returned = Symbols.resolved(method.type().getReturnType());
    ResultForm form =
        ResultReader.library(returned) == AsyncLibrary.JDK
            ? ResultReader.form(returned)
            : ResultForm.VALUE;
    List<? extends TypeMirror> stage = arguments(returned);
    TypeMirror type = form == ResultForm.STAGE && !stage.isEmpty() ? stage.get(0) : returned;
    List<? extends TypeMirror> arguments = arguments(type);
    if (isType(type, "java.util.Map") && arguments.size() == 2) {
      return Optional.of(new ManyResult(form, Optional.of(arguments.get(0)), arguments.get(1)));
    }
    return isType(type, "java.util.List") && arguments.size() == 1
        ? Optional.of(new ManyResult(form, Optional.empty(), arguments.get(0)))
        : Optional.empty();
  }

  /** Whether a type is the class or interface of this name. */
  static boolean isType(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }

  private static List<? extends TypeMirror> arguments(TypeMirror type) {
    return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
  }
}
