package io.triglot.processor.frontend;

import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads classes and interfaces that are no records. */
final class BeanReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ObjectReader objects;
  private final Findings findings;

  BeanReader(Symbols symbols, DocReader docs, ObjectReader objects, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.objects = objects;
    this.findings = findings;
  }

  ObjectType read(TypeUse use, String name, Path path, Origin origin) {
    TypeElement type = use.element();
    ClassForm form = ClassForm.of(symbols, type);
    new PropertyFinder(symbols, type)
        .unreadable()
        .forEach(setter -> reportUnreadable(setter, origin));
    return objects.read(
        use, name, form, property -> docs.ofAny(property.allDeclarations()), path, origin);
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
