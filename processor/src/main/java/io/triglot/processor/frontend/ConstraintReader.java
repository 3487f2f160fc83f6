package io.triglot.processor.frontend;

import io.triglot.processor.frontend.OperationMethod.TypedParameter;
import io.triglot.processor.model.Constraint;
import io.triglot.processor.model.Constraints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Reads constraints from the places where Jakarta Validation looks for them: on fields, getters,
 * parameters and type arguments. What only holds for another group than the default one is left
 * out.
 */
final class ConstraintReader {
  private static final String VALID = "jakarta.validation.Valid";

  /**
   * Those of a property.
   *
   * @param declarations its field, component and getter
   */
  Constraints of(TypeMirror type, List<? extends Element> declarations) {
    return of(List.of(type), declarations);
  }

  /** Those of a parameter, in all the declarations that the method overrides. */
  Constraints ofParameter(OperationMethod method, TypedParameter parameter) {
    int index = method.declaration().getParameters().indexOf(parameter.element());
    List<? extends Element> declarations =
        method.overriding().stream().map(each -> each.getParameters().get(index)).toList();
    return of(declarations.stream().map(Element::asType).toList(), declarations);
  }

  /** Those of the result, in all the declarations that the method overrides. */
  Constraints ofResult(OperationMethod method) {
    return of(
        method.overriding().stream().map(ExecutableElement::getReturnType).toList(),
        method.overriding());
  }

  /** Whether there are constraints on the type as a whole, or on the method as a whole. */
  boolean isConstrained(List<? extends Element> declarations) {
    return declarations.stream()
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .anyMatch(ConstraintAnnotation::isConstraint);
  }

  private Constraints of(List<? extends TypeMirror> types, List<? extends Element> declarations) {
    boolean array = types.stream().anyMatch(type -> type.getKind() == TypeKind.ARRAY);
    List<AnnotationMirror> annotations = new ArrayList<>();
    declarations.forEach(each -> annotations.addAll(each.getAnnotationMirrors()));
    if (!array) { // of an array, these are its element's
      types.forEach(each -> annotations.addAll(each.getAnnotationMirrors()));
    }
    Constraints outer =
        new Constraints(
            annotations.stream()
                .flatMap(ConstraintAnnotation::told)
                .distinct()
                .sorted(Comparator.comparing(Constraint::toString))
                .toList(),
            annotations.stream().anyMatch(each -> Annotated.qualifiedName(each).equals(VALID)),
            part(types, Held.KEY),
            part(types, Held.ELEMENT));
    return withOptional(outer, part(types, Held.OPTIONAL));
  }

  /** What a type argument stands for. */
  private enum Held {
    KEY,
    ELEMENT,
    OPTIONAL
  }

  /** The constraints on what is held. */
  private Optional<Constraints> part(List<? extends TypeMirror> types, Held held) {
    List<TypeMirror> arguments =
        types.stream().flatMap(type -> argument(type, held).stream()).toList();
    return arguments.isEmpty() ? Optional.empty() : Optional.of(of(arguments, List.of()));
  }

  private static Optional<TypeMirror> argument(TypeMirror type, Held held) {
    if (!(type instanceof DeclaredType declared)
        || !CollectionReader.holdsOthers((TypeElement) declared.asElement())
            && AsyncType.of(type).isEmpty()) {
      return Optional.empty();
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    boolean optional =
        AsyncType.of(type).isPresent()
            || CollectionReader.isOptional(
                ((TypeElement) declared.asElement()).getQualifiedName().toString());
    int index =
        switch (held) {
          case KEY -> arguments.size() == 2 ? 0 : -1;
          case ELEMENT -> optional ? -1 : arguments.size() - 1;
          case OPTIONAL -> optional ? 0 : -1;
        };
    return index < 0 || index >= arguments.size()
        ? Optional.empty()
        : Optional.of(bound(arguments.get(index)));
  }

  private static TypeMirror bound(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : type;
  }

  /** An optional or a stage has the constraints of what is in it; so has a publisher. */
  private static Constraints withOptional(Constraints outer, Optional<Constraints> value) {
    return value
        .map(
            inner ->
                new Constraints(
                    Stream.concat(outer.own().stream(), inner.own().stream()).distinct().toList(),
                    outer.cascaded() || inner.cascaded(),
                    inner.key(),
                    inner.element()))
        .orElse(outer);
  }
}
