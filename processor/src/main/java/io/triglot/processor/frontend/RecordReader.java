package io.triglot.processor.frontend;

import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads records: their components, and the methods that Jackson is told are properties. */
final class RecordReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ObjectReader objects;

  RecordReader(Symbols symbols, DocReader docs, ObjectReader objects) {
    this.symbols = symbols;
    this.docs = docs;
    this.objects = objects;
  }

  ObjectType read(TypeUse use, String name, Path path, Origin origin) {
    TypeElement type = use.element();
    DocComment comment = docs.read(type);
    return objects.read(
        use,
        name,
        form(symbols, type),
        property ->
            (property.mutator().isPresent() ? comment.parameter(property.name()) : Doc.NONE)
                .or(docs.read(property.reader()).summary()),
        path,
        origin);
  }

  /** How a record is made, and what can be read of it. */
  static ClassForm form(Symbols symbols, TypeElement type) {
    List<Property> components =
        type.getRecordComponents().stream().map(each -> property(type, each)).toList();
    Creation creation =
        Creation.constructor(Symbols.javaName(type), components.stream().map(Property::name));
    return new ClassForm(
        Optional.of(creation),
        Stream.concat(components.stream(), computed(symbols, type, components)).toList());
  }

  private static Property property(TypeElement type, RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    return new Property(
        name,
        component.getAccessor(),
        declarations(type, component).toList(),
        component.asType(),
        Optional.of(Mutator.argument(name)),
        Optional.empty());
  }

  /** The field comes first: some compilers have no position for the component itself. */
  static Stream<Element> declarations(TypeElement type, RecordComponentElement component) {
    Stream<Element> field =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().equals(component.getSimpleName()))
            .map(Element.class::cast);
    return Stream.concat(field, Stream.of(component, component.getAccessor()));
  }

  private static Stream<Property> computed(
      Symbols symbols, TypeElement type, List<Property> components) {
    List<Element> accessors = components.stream().map(Property::reader).toList();
    return new PropertyFinder(symbols, type)
        .find().stream()
            .filter(property -> property.reader() instanceof ExecutableElement)
            .filter(property -> PropertyFinder.isDeclared(property.reader()))
            .filter(property -> !accessors.contains(property.reader()));
  }
}
