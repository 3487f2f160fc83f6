package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the fields of object types. */
final class FieldReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader types;
  private final Findings findings;

  FieldReader(Symbols symbols, DocReader docs, TypeRefReader types, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.types = types;
    this.findings = findings;
  }

  /**
   * A field as its class declares it.
   *
   * @param mutator the name of the method that sets it
   * @param declarations what declares it and may be annotated, the one to point at first
   */
  record Shape(
      String name,
      TypeMirror type,
      ExecutableElement accessor,
      Optional<String> mutator,
      List<Element> declarations,
      Doc doc) {}

  /** The field; empty if its type was refused. */
  Optional<Field> read(Shape shape, TypeElement owner, Path path) {
    Origin origin =
        symbols.origin(
            shape.declarations().get(0),
            Symbols.shownName(owner) + "." + shape.name(),
            path.origin());
    FieldAnnotation annotation = FieldAnnotation.of(shape.declarations());
    Optional<TypeRef> type = types.read(shape.type(), shape.declarations(), path.then(origin));
    type.ifPresent(read -> annotation.checkId(shape.name(), read, origin, findings));
    return type.map(read -> field(shape, annotation, read, origin));
  }

  private Field field(Shape shape, FieldAnnotation annotation, TypeRef type, Origin origin) {
    return new Field(
        shape.name(),
        annotation.nameOr(shape.name()),
        shape.accessor().getSimpleName().toString(),
        shape.mutator(),
        type,
        annotation.isId(shape.name(), type),
        annotation.number(),
        shape.doc(),
        shape.declarations().stream().flatMap(each -> docs.deprecation(each).stream()).findFirst(),
        origin);
  }
}
