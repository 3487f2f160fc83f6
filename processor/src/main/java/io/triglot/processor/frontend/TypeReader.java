package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import javax.lang.model.element.TypeElement;

/** Reads the types that have a name in the contracts: records, beans and enums. */
final class TypeReader {
  private final Symbols symbols;
  private final EnumReader enums;
  private final RecordReader records;
  private final BeanReader beans;

  TypeReader(Symbols symbols, DocReader docs, FieldReader fields, Findings findings) {
    this.symbols = symbols;
    this.enums = new EnumReader(symbols, docs);
    Exposure exposure = new Exposure(symbols, findings);
    ObjectReader objects = new ObjectReader(symbols, docs, fields, exposure);
    this.records = new RecordReader(symbols, docs, objects);
    this.beans = new BeanReader(symbols, docs, objects, findings);
  }

  TypeDefinition read(TypeElement type, Path path) {
    Origin origin = symbols.origin(type, Symbols.shownName(type), path.origin());
    return switch (type.getKind()) {
      case ENUM -> enums.read(type, origin);
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
}
