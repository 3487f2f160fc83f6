package io.triglot.processor.frontend;

import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Reads records that have the parts of a page for their own: the component that is the page becomes
 * the list, under the component's name, and what else a page has stands beside it.
 */
final class PagePartsReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final FieldReader fields;
  private final Findings findings;

  PagePartsReader(Symbols symbols, DocReader docs, FieldReader fields, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.fields = fields;
    this.findings = findings;
  }

  /**
   * The parts of a page.
   *
   * @param creation how the page is made of them
   */
  record Parts(Creation creation, List<Field> fields) {}

  /**
   * The parts of a property; empty where it is not to be unwrapped, or cannot be.
   *
   * @param all the properties of the object
   */
  Optional<Parts> read(
      Property property, List<Property> all, Doc doc, JsonRules rules, TypeUse owner, Path path) {
    FieldAnnotation annotation = FieldAnnotation.of(property.allDeclarations());
    Origin origin = fields.origin(property, owner, path);
    if (!annotation.isUnwrapped()) {
      return Optional.empty();
    }
    if (owner.element().getKind() != ElementKind.RECORD || property.mutator().isEmpty()) {
      annotation.checkUnwrapped(origin, findings);
      return Optional.empty();
    }
    if (!(property.type() instanceof DeclaredType page)
        || !Paging.isPage(((TypeElement) page.asElement()).getQualifiedName().toString())
        || page.getTypeArguments().isEmpty()
        || NullnessReader.nullable(page, property.declarations())) {
      return findings.refuse(
          TypeRules.UNWRAPPED_PAGE,
          origin,
          origin + " is said to be unwrapped, but is no page that is always there.",
          "Make it a Page of something, or leave unwrapped = true away.");
    }
    if (all.stream()
        .takeWhile(other -> !other.name().equals(property.name()))
        .anyMatch(other -> FieldAnnotation.of(other.allDeclarations()).isUnwrapped())) {
      return findings.refuse(
          TypeRules.UNWRAPPED_PAGE,
          origin,
          origin
              + " is the second page of "
              + owner.element().getSimpleName()
              + " that is unwrapped.",
          "Leave unwrapped = true away at one of them.");
    }
    if (fields.access(property, owner, path).isGuarded()) {
      findings.report(
          TypeRules.UNWRAPPED_PAGE,
          origin,
          origin + " is said to be unwrapped, but not every caller receives it.",
          "Put the roles on the methods that return " + owner.element().getSimpleName() + ".");
    }
    checkName(owner.element(), origin);
    TypeElement type = (TypeElement) page.asElement();
    Unwrapped unwrapped =
        new Unwrapped(
            property,
            new TypeUse(type, Symbols.javaName(type), TypeArguments.of(page, owner.arguments())),
            RecordReader.form(symbols, type),
            all.stream().map(Property::name).collect(Collectors.toSet()));
    return Optional.of(
        new Parts(
            unwrapped.creation(),
            unwrapped
                .parts()
                .flatMap(
                    part ->
                        read(unwrapped, part, doc, rules, path)
                            .map(
                                field ->
                                    field.within(
                                        unwrapped.javaName(part),
                                        property.accessor(),
                                        origin(origin, part)))
                            .stream())
                .toList()));
  }

  /** What a result has several of, where it is a page or has the parts of one. */
  static Optional<TypeRef> element(TypeRef result, Symbols symbols) {
    if (!(result instanceof NamedRef use)) {
      return Optional.empty();
    }
    return Paging.isPage(use.name().canonical())
        ? Optional.of(use.name().arguments().get(0))
        : symbols.find(use.name()).stream()
            .flatMap(type -> type.getRecordComponents().stream())
            .filter(component -> FieldAnnotation.of(List.of(component)).isUnwrapped())
            .flatMap(component -> element(component.asType(), use.name()).stream())
            .findFirst();
  }

  /** What a page holds; a variable stands for an argument of the record. */
  private static Optional<TypeRef> element(TypeMirror page, JavaName owner) {
    if (!(page instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    TypeMirror element = declared.getTypeArguments().get(0);
    if (element instanceof TypeVariable variable) {
      TypeParameterElement parameter = (TypeParameterElement) variable.asElement();
      TypeElement type = (TypeElement) parameter.getGenericElement();
      return Optional.of(owner.arguments().get(type.getTypeParameters().indexOf(parameter)));
    }
    return element instanceof DeclaredType named
        ? Optional.of(new NamedRef(Symbols.javaName((TypeElement) named.asElement()), false))
        : Optional.empty();
  }

  private Optional<Field> read(
      Unwrapped unwrapped, Property part, Doc doc, JsonRules rules, Path path) {
    Doc own =
        docs.read(unwrapped.page().element())
            .parameter(part.name())
            .or(docs.read(part.reader()).summary());
    return isList(part)
        ? fields.read(unwrapped.list(part), doc.or(own), rules, unwrapped.page(), path)
        : fields.read(part, own, rules, unwrapped.page(), path);
  }

  /** Clients, and limits, know connections by their names. */
  private void checkName(TypeElement type, Origin origin) {
    NameReader.of(type, symbols)
        .flatMap(ExactNames::graphql)
        .filter(name -> !name.equals(Paging.connection(name)))
        .ifPresent(
            name ->
                findings.report(
                    TypeRules.UNWRAPPED_PAGE,
                    origin,
                    origin
                        + " makes a connection of "
                        + type.getSimpleName()
                        + ", but its name in GraphQL, "
                        + name
                        + ", does not end with Connection.",
                    "Write @ApiName(graphql = \"" + Paging.connection(name) + "\")."));
  }

  private static Origin origin(Origin list, Property part) {
    return isList(part) ? list : new Origin(list.name() + "." + part.name(), list.handle());
  }

  private static boolean isList(Property part) {
    return Paging.isList(part.name());
  }

  /**
   * A component that is a page.
   *
   * @param page the use of the class of pages
   * @param form what a page has, and how it is made
   * @param taken the names of the record's own properties
   */
  private record Unwrapped(Property component, TypeUse page, ClassForm form, Set<String> taken) {

    /** What is part of the contracts. */
    Stream<Property> parts() {
      return form.properties().stream()
          .filter(part -> !FieldAnnotation.of(part.allDeclarations()).isIgnored());
    }

    /** The list, as the component is declared. */
    Property list(Property list) {
      return new Property(
          component.name(),
          list.reader(),
          component.declarations(),
          list.type(),
          list.mutator(),
          list.setter());
    }

    /** How a page is made of its parts. */
    Creation creation() {
      Map<String, String> told =
          parts().collect(Collectors.toMap(Property::name, part -> javaName(part)));
      return form.creation()
          .orElseThrow()
          .with(
              part ->
                  told.containsKey(part.javaName())
                      ? new Argument.Property(told.get(part.javaName()))
                      : Argument.Literal.absent(""));
    }

    /** What no property of the record is called. */
    String javaName(Property part) {
      if (isList(part)) {
        return component.name();
      }
      return taken.contains(part.name())
          ? component.name()
              + part.name().substring(0, 1).toUpperCase(Locale.ROOT)
              + part.name().substring(1)
          : part.name();
    }
  }
}
