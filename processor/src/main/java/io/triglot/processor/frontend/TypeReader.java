package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.ObjectType.Construction;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads records, beans and enums. */
final class TypeReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final BeanProperties properties;
  private final FieldReader fields;

  TypeReader(Symbols symbols, DocReader docs, FieldReader fields) {
    this.symbols = symbols;
    this.docs = docs;
    this.properties = new BeanProperties(symbols);
    this.fields = fields;
  }

  TypeDefinition read(TypeElement type, Path path) {
    Origin origin = symbols.origin(type, Symbols.shownName(type), path.origin());
    return switch (type.getKind()) {
      case ENUM -> readEnum(type, origin);
      case RECORD -> readRecord(type, path, origin);
      default -> readBean(type, path, origin);
    };
  }

  /** The name in the contracts. */
  static String nameOf(TypeElement type) {
    return Annotated.find(type, Triglot.TYPE)
        .map(annotation -> annotation.text("name"))
        .filter(name -> !name.isEmpty())
        .orElse(type.getSimpleName().toString());
  }

  private EnumType readEnum(TypeElement type, Origin origin) {
    List<EnumType.Constant> constants =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(constant -> readConstant(constant, origin))
            .toList();
    return new EnumType(
        Symbols.javaName(type), nameOf(type), constants, docs.read(type).text(), origin);
  }

  private EnumType.Constant readConstant(Element constant, Origin type) {
    String name = constant.getSimpleName().toString();
    return new EnumType.Constant(
        name,
        docs.read(constant).text(),
        docs.deprecation(constant),
        symbols.origin(constant, type.name() + "." + name, type));
  }

  private ObjectType readRecord(TypeElement type, Path path, Origin origin) {
    DocComment comment = docs.read(type);
    List<Field> read =
        type.getRecordComponents().stream()
            .flatMap(component -> readComponent(type, component, comment, path).stream())
            .toList();
    return object(type, Construction.RECORD, read, comment, origin);
  }

  private Optional<Field> readComponent(
      TypeElement type, RecordComponentElement component, DocComment comment, Path path) {
    String name = component.getSimpleName().toString();
    Optional<VariableElement> field =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .findFirst();
    List<Element> declarations =
        Stream.concat(Stream.of(component, component.getAccessor()), field.stream()).toList();
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

  private ObjectType readBean(TypeElement type, Path path, Origin origin) {
    List<BeanProperties.Property> found = properties.of(type);
    boolean settable = found.stream().anyMatch(property -> property.setter().isPresent());
    List<Field> read =
        found.stream().flatMap(property -> readProperty(type, property, path).stream()).toList();
    return object(
        type,
        settable && BeanProperties.hasDefaultConstructor(type)
            ? Construction.BEAN
            : Construction.NONE,
        read,
        docs.read(type),
        origin);
  }

  private Optional<Field> readProperty(
      TypeElement type, BeanProperties.Property property, Path path) {
    List<Element> declarations =
        Stream.concat(Stream.of(property.getter()), property.field().stream()).toList();
    return fields.read(
        new FieldReader.Shape(
            property.name(),
            property.getter().getReturnType(),
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

  private ObjectType object(
      TypeElement type,
      Construction construction,
      List<Field> fields,
      DocComment comment,
      Origin origin) {
    return new ObjectType(
        Symbols.javaName(type),
        nameOf(type),
        construction,
        fields,
        comment.text(),
        docs.deprecation(type),
        origin);
  }
}
