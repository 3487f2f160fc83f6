package io.triglot.processor.frontend;

import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.ObjectType.Construction;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads records. */
final class RecordReader {
  private final DocReader docs;
  private final FieldReader fields;
  private final Exposure exposure;

  RecordReader(DocReader docs, FieldReader fields, Exposure exposure) {
    this.docs = docs;
    this.fields = fields;
    this.exposure = exposure;
  }

  ObjectType read(TypeElement type, Path path, Origin origin) {
    DocComment comment = docs.read(type);
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    exposure.checkType(
        type,
        components.stream().flatMap(component -> declarations(type, component)).toList(),
        origin);
    List<Field> read =
        components.stream()
            .flatMap(component -> read(type, component, comment, path).stream())
            .toList();
    return new ObjectType(
        Symbols.javaName(type),
        TypeReader.nameOf(type),
        Construction.RECORD,
        read,
        comment.text(),
        docs.deprecation(type),
        origin);
  }

  private Optional<Field> read(
      TypeElement type, RecordComponentElement component, DocComment comment, Path path) {
    String name = component.getSimpleName().toString();
    List<Element> declarations = declarations(type, component).toList();
    return fields.read(
        new FieldReader.Shape(
            name,
            component.asType(),
            component.getAccessor(),
            Optional.empty(),
            declarations,
            comment.parameter(name)),
        type,
        path);
  }

  /** The field comes first: some compilers have no position for the component itself. */
  private static Stream<Element> declarations(TypeElement type, RecordComponentElement component) {
    Stream<Element> field =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().equals(component.getSimpleName()))
            .map(Element.class::cast);
    return Stream.concat(field, Stream.of(component, component.getAccessor()));
  }
}
