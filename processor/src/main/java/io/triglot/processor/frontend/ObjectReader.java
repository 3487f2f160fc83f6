package io.triglot.processor.frontend;

import io.triglot.processor.frontend.PagePartsReader.Parts;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads an object type, once it is known how its class is made and what can be read of it. */
final class ObjectReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final FieldReader fields;
  private final PagePartsReader pages;
  private final Exposure exposure;
  private final ConstraintReader constraints = new ConstraintReader();

  ObjectReader(
      Symbols symbols,
      DocReader docs,
      FieldReader fields,
      PagePartsReader pages,
      Exposure exposure) {
    this.pages = pages;
    this.symbols = symbols;
    this.docs = docs;
    this.fields = fields;
    this.exposure = exposure;
  }

  /**
   * Reads a class.
   *
   * @param name the name in the contracts
   * @param propertyDocs the description of each property
   */
  ObjectType read(
      TypeUse use,
      String name,
      ClassForm form,
      Function<Property, Doc> propertyDocs,
      Path path,
      Origin origin) {
    TypeElement type = use.element();
    List<Property> all = form.properties();
    exposure.checkType(
        type,
        Stream.concat(
                all.stream().flatMap(each -> each.allDeclarations().stream()),
                FieldMethods.of(symbols, type).stream())
            .toList(),
        origin);
    JsonRules rules = JsonRules.of(symbols.lineage(type));
    List<Property> ignored = all.stream().filter(property -> isIgnored(property, rules)).toList();
    List<Field> read = new ArrayList<>();
    Map<String, Creation> pagesMade = new HashMap<>();
    for (Property each : all) {
      if (!ignored.contains(each)) {
        Property property = each.isReceivedOnly() ? each.readOnly() : each;
        Doc doc = propertyDocs.apply(each);
        Optional<Parts> parts = pages.read(property, all, doc, rules, use, path);
        parts.ifPresent(found -> pagesMade.put(each.name(), found.creation()));
        read.addAll(
            parts
                .map(Parts::fields)
                .orElseGet(() -> fields.read(property, doc, rules, use, path).stream().toList()));
      }
    }
    return new ObjectType(
        use.name(),
        name,
        NameReader.of(type, symbols),
        form.creation().map(creation -> made(creation, pagesMade, all, read)),
        Stream.concat(read.stream(), fields.methods(use, path).stream()).toList(),
        rules.otherMembers(ignored.stream().map(each -> jsonName(each, rules)).toList()),
        constraints.isConstrained(symbols.lineage(type)),
        tag(type),
        keys(type),
        Annotated.find(type, Triglot.TYPE).filter(found -> found.flag("node", false)).isPresent(),
        SharingReader.of(List.of(type)),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  /** What Jackson writes of the type wherever it stands, because a supertype asks for it. */
  private Optional<Tag> tag(TypeElement type) {
    return JacksonTypeInfo.of(symbols.lineage(type))
        .filter(JacksonTypeInfo::isNamed)
        .filter(info -> info.discriminator().written())
        .map(info -> new Tag(info.discriminator(), info.ownName(type, symbols)));
  }

  private static List<EntityKey> keys(TypeElement type) {
    return Annotated.find(type, Triglot.TYPE)
        .map(found -> found.texts("keys").stream().map(EntityKey::of).toList())
        .orElse(List.of());
  }

  private static boolean isIgnored(Property property, JsonRules rules) {
    return FieldAnnotation.of(property.allDeclarations()).isIgnored()
        || Jackson.isIgnored(property.allDeclarations())
        || isOfIgnoredType(property)
        || property.isWriteOnly() && property.mutator().isEmpty()
        || rules.ignored().contains(jsonName(property, rules));
  }

  private static boolean isOfIgnoredType(Property property) {
    return property.type() instanceof DeclaredType type
        && Jackson.find(type.asElement(), "JsonIgnoreType")
            .filter(found -> found.flag("value", true))
            .isPresent();
  }

  private static String jsonName(Property property, JsonRules rules) {
    List<Element> declarations = property.allDeclarations();
    return rules.name(property.implicitName(), FieldAnnotation.of(declarations), declarations);
  }

  /** The same creation, with pages made of their parts and literals for what nobody sends. */
  private static Creation made(
      Creation creation, Map<String, Creation> pages, List<Property> all, List<Field> read) {
    Map<String, TypeMirror> types =
        all.stream().collect(Collectors.toMap(Property::name, Property::type));
    return creation.with(
        property -> {
          String name = property.javaName();
          if (pages.containsKey(name)) {
            return new Argument.Part(pages.get(name));
          }
          return isRead(name, read)
              ? property
              : Argument.Literal.absent(
                  Optional.ofNullable(types.get(name)).map(TypeText::of).orElse(""));
        });
  }

  private static boolean isRead(String javaName, List<Field> fields) {
    return fields.stream()
        .anyMatch(field -> field.javaName().equals(javaName) && field.mutator().isPresent());
  }
}
