package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Reads the types that have a name in the contracts: records, beans, hierarchies and enums. The
 * name itself, which depends on others, is for {@link TypeNames}.
 */
final class TypeReader {
  private final Symbols symbols;
  private final EnumReader enums;
  private final RecordReader records;
  private final BeanReader beans;
  private final UnionReader unions;
  private final Exposure exposure;
  private final KeptDefinitions kept;
  private final TypeRefReader.NamedTypes named;
  private final JacksonGaps gaps;

  TypeReader(
      Symbols symbols,
      DocReader docs,
      FieldReader fields,
      TypeRefReader.NamedTypes named,
      Predicate<TypeElement> converted,
      Findings findings) {
    this.kept = new KeptDefinitions(symbols);
    this.named = named;
    this.gaps = new JacksonGaps(findings);
    this.symbols = symbols;
    this.enums = new EnumReader(symbols, docs);
    this.exposure = new Exposure(symbols, findings);
    ObjectReader objects =
        new ObjectReader(
            symbols, docs, fields, new PagePartsReader(symbols, docs, fields, findings), exposure);
    this.records = new RecordReader(symbols, docs, objects);
    this.beans = new BeanReader(symbols, docs, objects, findings);
    this.unions = new UnionReader(symbols, docs, named, converted, findings);
  }

  TypeDefinition read(TypeUse use, Path path) {
    TypeElement type = use.element();
    Origin origin = symbols.origin(type, Symbols.shownName(type), path.origin());
    return kept.type(use, path, origin, named).orElseGet(() -> read(use, path, origin));
  }

  private TypeDefinition read(TypeUse use, Path path, Origin origin) {
    TypeElement type = use.element();
    gaps.checkType(type, origin);
    String name = use.name().simpleName();
    if (Hierarchy.isRoot(symbols, type)) {
      gaps.checkHierarchy(symbols.lineage(type), origin);
      exposure.checkType(type, FieldMethods.of(symbols, type), origin);
      return unions.read(use, name, path, origin);
    }
    return switch (type.getKind()) {
      case ENUM -> readEnum(type, name, origin);
      case RECORD -> records.read(use, name, path, origin);
      default -> beans.read(use, name, path, origin);
    };
  }

  private TypeDefinition readEnum(TypeElement type, String name, Origin origin) {
    exposure.checkType(
        type,
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .filter(member -> FieldAnnotation.of(List.of(member)).isOfConstant())
            .toList(),
        origin);
    return enums.read(type, name, origin);
  }
}
