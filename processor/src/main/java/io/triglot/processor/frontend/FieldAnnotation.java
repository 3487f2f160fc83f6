package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What {@code @ApiField} says of a field or parameter; the annotation may be missing. */
record FieldAnnotation(Optional<Annotated> annotation) {

  /** The first that stands on one of the declarations of the field. */
  static FieldAnnotation of(List<? extends Element> declarations) {
    return new FieldAnnotation(
        declarations.stream()
            .flatMap(each -> Annotated.find(each, Triglot.FIELD).stream())
            .findFirst());
  }

  /** The name, if one is written. */
  Optional<String> name() {
    return annotation.map(found -> found.text("name")).filter(name -> !name.isEmpty());
  }

  String nameOr(String javaName) {
    return name().orElse(javaName);
  }

  /** Whether it is not to be part of the API. */
  boolean isIgnored() {
    return annotation.map(found -> found.flag("ignore", false)).orElse(false);
  }

  /** Whether it is there, and makes what it stands on a part of the API. */
  boolean isField() {
    return annotation.isPresent() && !isIgnored();
  }

  /** The number, if one is written, whether it is a valid one or not. */
  OptionalInt number() {
    return annotation
        .filter(found -> found.value("number").isPresent())
        .map(found -> OptionalInt.of(found.number("number")))
        .orElse(OptionalInt.empty());
  }

  /** The protocols that have it, where some are written. */
  Optional<Set<Protocol>> only() {
    List<String> written = annotation.map(found -> found.constants("protocols")).orElse(List.of());
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(
            written.stream().map(Protocol::valueOf).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it is to travel as text. */
  boolean isText() {
    return annotation.map(found -> found.constants("as").contains("TEXT")).orElse(false);
  }

  /** Whether it is to travel as JSON of any kind. */
  boolean isJson() {
    return annotation.map(found -> found.constants("as").contains("JSON")).orElse(false);
  }

  /** The class that converts it, if one is told. */
  Optional<TypeElement> converter() {
    return annotation.flatMap(found -> found.type("converter")).filter(FieldAnnotation::isWritten);
  }

  /** Whether it gives values another form than their type has, as it may on an operation, too. */
  boolean hasForm() {
    return isText() || isJson() || converter().isPresent();
  }

  /** Whether a class stands for itself, not for the default that no converter is. */
  static boolean isWritten(TypeElement converter) {
    return !converter.getQualifiedName().contentEquals(Triglot.CONVERTER);
  }

  /** Whether it is an ID in GraphQL: by its name, or because the annotation says so. */
  boolean isId(String javaName, TypeRef type) {
    boolean named = javaName.equals("id") || javaName.endsWith("Id");
    return isSaidToBeId()
        ? isText(type.carrier() instanceof ListRef list ? list.element() : type)
        : named && isText(type);
  }

  /** The text of an example, if one is written. */
  Optional<String> example() {
    return annotation.map(found -> found.text("example")).filter(text -> !text.isEmpty());
  }

  /** Why it is deprecated, if that is written. */
  Optional<String> deprecation() {
    return annotation.map(found -> found.text("deprecated")).filter(text -> !text.isEmpty());
  }

  /** Whether it says something that constants of enums have. */
  boolean isOfConstant() {
    return number().isPresent() || deprecation().isPresent();
  }

  /** Whether it tells the version of the object. */
  boolean isVersion() {
    return annotation.map(found -> found.flag("version", false)).orElse(false);
  }

  /** Whether it tells the elements of a stream apart, or after which of them one goes on. */
  boolean isEventId() {
    return annotation.map(found -> found.flag("eventId", false)).orElse(false);
  }

  /** Whether the parts of the page that it is are to be those of the object. */
  boolean isUnwrapped() {
    return annotation.map(found -> found.flag("unwrapped", false)).orElse(false);
  }

  /** Reports an annotation that unwraps what is no component of a record. */
  void checkUnwrapped(Origin origin, Findings findings) {
    if (isUnwrapped()) {
      findings.report(
          TypeRules.UNWRAPPED_PAGE,
          origin,
          origin + " is said to be unwrapped, but is not the component of a record.",
          "Leave unwrapped = true away, or make it a component of a record.");
    }
  }

  /** Reports an annotation that makes something an ID which cannot be one. */
  void checkId(String javaName, TypeRef type, Origin origin, Findings findings) {
    if (isSaidToBeId() && !isId(javaName, type)) {
      findings.report(
          TypeRules.INVALID_ID,
          origin,
          origin + " is said to be an ID, but is neither a String nor a UUID.",
          "Leave id = true away, or change the type.");
    }
  }

  private boolean isSaidToBeId() {
    return annotation.map(found -> found.flag("id", false)).orElse(false);
  }

  private static boolean isText(TypeRef type) {
    return type.present().carrier() instanceof ScalarRef scalar
        && (scalar.scalar() == Scalar.STRING || scalar.scalar() == Scalar.UUID);
  }
}
