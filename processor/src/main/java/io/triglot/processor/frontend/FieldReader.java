package io.triglot.processor.frontend;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Reads the fields of object types. */
final class FieldReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader types;
  private final JacksonGaps gaps;
  private final JsonFormatReader formats;
  private final AccessReader access;
  private final ConstraintReader constraints = new ConstraintReader();
  private final DefaultReader defaults;
  private final ExampleReader examples;
  private final FieldMethodReader methods;
  private final Findings findings;

  FieldReader(
      Symbols symbols,
      DocReader docs,
      TypeRefReader types,
      AccessReader access,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.types = types;
    this.access = access;
    this.gaps = new JacksonGaps(findings);
    this.formats = new JsonFormatReader(findings, gaps);
    this.defaults = new DefaultReader(findings);
    this.examples = new ExampleReader(findings);
    this.methods = new FieldMethodReader(symbols, docs, types, access, findings);
    this.findings = findings;
  }

  /**
   * The field of a property; empty if its type was refused.
   *
   * @param rules what its class says about names
   */
  Optional<Field> read(Property property, Doc doc, JsonRules rules, TypeUse owner, Path path) {
    List<Element> declarations = property.declarations();
    Origin origin = origin(property, owner, path);
    FieldAnnotation annotation = FieldAnnotation.of(property.allDeclarations());
    gaps.checkProperty(property.allDeclarations(), origin);
    Optional<TypeRef> type =
        types
            .in(owner.arguments())
            .formed(annotation)
            .read(property.type(), declarations, path.then(origin));
    if (type.filter(this::isObject).isEmpty()
        && Jackson.unwrapped(property.allDeclarations()).isPresent()) {
      gaps.report("JsonUnwrapped", origin);
    }
    type.ifPresent(read -> annotation.checkId(property.name(), read, origin, findings));
    return type.map(
        read ->
            field(property, doc, rules, annotation, access(property, owner, origin), read, origin));
  }

  /** Who receives a property of an object, and may send it. */
  Access access(Property property, TypeUse owner, Path path) {
    return access(property, owner, origin(property, owner, path));
  }

  /** Where a property comes from. */
  Origin origin(Property property, TypeUse owner, Path path) {
    return symbols.origin(
        property.declarations().get(0),
        Symbols.shownName(owner.element()) + "." + property.name(),
        path.origin());
  }

  /** The fields that methods with parameters are. */
  List<Field> methods(TypeUse owner, Path path) {
    return methods.read(owner, path);
  }

  /** What reads a property counts, and what sets it; then its class, and that of the object. */
  private Access access(Property property, TypeUse owner, Origin origin) {
    Stream<Element> declaring = Stream.of(Symbols.enclosing(property.reader()));
    return access.read(
        property.allDeclarations().stream()
            .map(member -> symbols.overridden(member, owner.element()))
            .toList(),
        Stream.concat(declaring, symbols.lineage(owner.element()).stream()),
        origin);
  }

  /** Whether values are objects, whose members can stand in their place. */
  private boolean isObject(TypeRef type) {
    return !TypeRef.isPatch(type)
        && type.present() instanceof NamedRef named
        && symbols
            .find(named.name())
            .filter(each -> each.getKind() != ElementKind.ENUM)
            .isPresent();
  }

  /** Whether everybody may send a value, so that one can be taken for sent. */
  private boolean isForAll(Access access, Origin origin) {
    if (!access.isGuarded()) {
      return true;
    }
    findings.report(
        TypeRules.DEFAULT_VALUE,
        origin,
        origin + " has a default value, but not every caller may send one.",
        "Leave @DefaultValue away, and let the method do what is to be done without a value.");
    return false;
  }

  private Field field(
      Property property,
      Doc doc,
      JsonRules rules,
      FieldAnnotation annotation,
      Access access,
      TypeRef type,
      Origin origin) {
    JavaxConstraints.report(property.declarations(), origin, findings);
    TypeRef json = formats.read(type, property.allDeclarations(), origin);
    Constraints constrained = constraints.of(property.type(), property.declarations());
    return new Field(
        property.name(),
        annotation
            .name()
            .or(() -> Jackson.name(property.allDeclarations()).flatMap(Words::identifier))
            .orElse(property.name()),
        NameReader.of(property.allDeclarations()),
        new JsonMember(
            rules.name(property.implicitName(), annotation, property.allDeclarations()),
            Jackson.aliases(property.allDeclarations()),
            json,
            rules.inclusion(property.allDeclarations()),
            isObject(type) ? Jackson.unwrapped(property.allDeclarations()) : Optional.empty()),
        property.accessor(),
        property.mutator(),
        property.isWriteOnly(),
        access,
        type,
        constrained,
        property.mutator().isPresent()
            ? defaults
                .read(property.allDeclarations(), type, property.type(), origin)
                .filter(text -> isForAll(access, origin))
            : Optional.empty(),
        annotation.isId(property.name(), type),
        annotation.isVersion(),
        annotation.isEventId(),
        annotation.number(),
        doc.guarded(access)
            .withExample(examples.read(annotation, json, property.type(), constrained, origin)),
        annotation
            .deprecation()
            .or(
                () ->
                    property.declarations().stream()
                        .flatMap(each -> docs.deprecation(each).stream())
                        .findFirst()),
        annotation.only(),
        List.of(),
        SharingReader.of(property.allDeclarations()),
        origin);
  }
}
