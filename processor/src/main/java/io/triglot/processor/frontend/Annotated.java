package io.triglot.processor.frontend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * An annotation on an element. Members are read as they are written; one that is left out reads as
 * its type's empty value.
 */
record Annotated(Element element, AnnotationMirror mirror) {

  /** The annotation of this qualified name. */
  static Optional<Annotated> find(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> qualifiedName(mirror).equals(annotation))
        .findFirst()
        .map(mirror -> new Annotated(element, mirror));
  }

  /** Whether an annotation of this simple name stands on the element. */
  static boolean isPresent(Element element, String simpleName) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> simpleName(mirror).equals(simpleName));
  }

  static String qualifiedName(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  static String simpleName(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  /** The value of a member, if it is written. */
  Optional<AnnotationValue> value(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** The text of a String member; empty if it is not written. */
  String text(String member) {
    return value(member).map(value -> value.getValue().toString()).orElse("");
  }

  /** The value of an int member; 0 if it is not written. */
  int number(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(0);
  }

  /** The value of a boolean member. */
  boolean flag(String member, boolean otherwise) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast)
        .orElse(otherwise);
  }

  /** The texts of a member that is a String or an array of Strings. */
  List<String> texts(String member) {
    return elements(member).map(Object::toString).toList();
  }

  /** The class that a member names, if it is written. */
  Optional<TypeElement> type(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(type -> Symbols.resolved((TypeMirror) type))
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
  }

  /** The classes in a member that is one or an array of them. */
  Stream<TypeElement> types(String member) {
    return elements(member)
        .filter(TypeMirror.class::isInstance)
        .map(type -> Symbols.resolved((TypeMirror) type))
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
  }

  /** The names of the constants in a member that is an enum or an array of enums. */
  List<String> constants(String member) {
    return elements(member)
        .filter(VariableElement.class::isInstance)
        .map(constant -> ((VariableElement) constant).getSimpleName().toString())
        .toList();
  }

  /** The annotations in a member that is one or an array of them. */
  Stream<Annotated> annotations(String member) {
    return elements(member)
        .filter(AnnotationMirror.class::isInstance)
        .map(annotation -> new Annotated(element, (AnnotationMirror) annotation));
  }

  /** Where the member stands; the annotation if it is not written. */
  Place place(String member) {
    return new Place(element, new Place.Spot(element, Optional.of(mirror), value(member)));
  }

  private Stream<Object> elements(String member) {
    Optional<AnnotationValue> value = value(member);
    if (value.isEmpty()) {
      return Stream.empty();
    }
    return value.get().getValue() instanceof List<?> array
        ? array.stream().map(element -> ((AnnotationValue) element).getValue())
        : Stream.of(value.get().getValue());
  }
}
