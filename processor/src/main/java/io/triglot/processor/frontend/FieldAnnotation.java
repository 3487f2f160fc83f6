package io.triglot.processor.frontend;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Element;

/** What {@code @ApiField} says of a field or parameter; the annotation may be missing. */
record FieldAnnotation(Optional<Annotated> annotation) {

  /** The first that stands on one of the declarations of the field. */
  static FieldAnnotation of(List<? extends Element> declarations) {
    return new FieldAnnotation(
        declarations.stream()
            .flatMap(each -> Annotated.find(each, Triglot.FIELD).stream())
            .findFirst());
  }

  String nameOr(String javaName) {
    return annotation.map(found -> found.text("name")).filter(n -> !n.isEmpty()).orElse(javaName);
  }

  OptionalInt number() {
    int number = annotation.map(found -> found.number("number")).orElse(0);
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Whether it is an ID in GraphQL: by its name, or because the annotation says so. */
  boolean isId(String javaName, TypeRef type) {
    boolean named = javaName.equals("id") || javaName.endsWith("Id");
    return annotation.map(found -> found.flag("id", false)).orElse(false)
        ? isText(type instanceof ListRef list ? list.element() : type)
        : named && isText(type);
  }

  private static boolean isText(TypeRef type) {
    TypeRef value = type instanceof OptionalRef optional ? optional.value() : type;
    return value instanceof ScalarRef scalar
        && (scalar.scalar() == Scalar.STRING || scalar.scalar() == Scalar.UUID);
  }
}
