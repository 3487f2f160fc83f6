package io.triglot.processor.frontend;

import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads the types that have a name in the contracts: records, beans and enums. */
final class TypeReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final RecordReader records;
  private final BeanReader beans;

  TypeReader(Symbols symbols, DocReader docs, FieldReader fields, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    Exposure exposure = new Exposure(symbols, findings);
    this.records = new RecordReader(docs, fields, exposure);
    this.beans = new BeanReader(symbols, docs, fields, exposure, findings);
  }

  TypeDefinition read(TypeElement type, Path path) {
    Origin origin = symbols.origin(type, Symbols.shownName(type), path.origin());
    return switch (type.getKind()) {
      case ENUM -> readEnum(type, origin);
      case RECORD -> records.read(type, path, origin);
      default -> beans.read(type, path, origin);
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
        Symbols.javaName(type),
        nameOf(type),
        constants,
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  private EnumType.Constant readConstant(Element constant, Origin type) {
    String name = constant.getSimpleName().toString();
    return new EnumType.Constant(
        name,
        docs.read(constant).text(),
        docs.deprecation(constant),
        symbols.origin(constant, type.name() + "." + name, type));
  }
}
