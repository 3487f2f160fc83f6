package io.triglot.processor.frontend;

import io.triglot.processor.frontend.BeanProperties.Property;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads classes that are no records. */
final class BeanReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final BeanProperties properties;
  private final FieldReader fields;
  private final Exposure exposure;
  private final Findings findings;

  BeanReader(
      Symbols symbols, DocReader docs, FieldReader fields, Exposure exposure, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.properties = new BeanProperties(symbols);
    this.fields = fields;
    this.exposure = exposure;
    this.findings = findings;
  }

  ObjectType read(TypeElement type, Path path, Origin origin) {
    BeanProperties.Form form = properties.of(type);
    List<Property> found = form.properties();
    exposure.checkType(type, found.stream().flatMap(BeanReader::declarations).toList(), origin);
    properties.unreadable(type).forEach(setter -> reportUnreadable(setter, origin));
    return new ObjectType(
        Symbols.javaName(type),
        TypeReader.nameOf(type),
        form.construction(),
        found.stream().flatMap(property -> read(type, property, path).stream()).toList(),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  private Optional<Field> read(TypeElement type, Property property, Path path) {
    List<Element> declarations = declarations(property).toList();
    return fields.read(
        new FieldReader.Shape(
            property.name(),
            symbols.typeIn(type, property.getter()).getReturnType(),
            property.getter(),
            property.setter().map(ExecutableElement::getSimpleName).map(Object::toString),
            declarations,
            declarations.stream()
                .map(each -> docs.read(each).summary())
                .filter(doc -> !doc.isEmpty())
                .findFirst()
                .orElse(Doc.NONE)),
        type,
        path);
  }

  private static Stream<Element> declarations(Property property) {
    return Stream.concat(Stream.of(property.getter()), property.field().stream());
  }

  private void reportUnreadable(ExecutableElement setter, Origin type) {
    String name = type.name() + "." + setter.getSimpleName();
    findings.report(
        TypeRules.MISSING_GETTER,
        symbols.origin(setter, name, type),
        name + " sets a property that has no getter, and so is not part of the API.",
        "Add "
            + setter.getSimpleName().toString().replaceFirst("set", "get")
            + ", or make it not public.");
  }
}
