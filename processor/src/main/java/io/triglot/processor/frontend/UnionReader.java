package io.triglot.processor.frontend;

import io.triglot.processor.model.Discriminator;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.CommonField;
import io.triglot.processor.model.UnionType.Member;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads sealed types, and those of which Jackson is told the subtypes. */
final class UnionReader {
  private static final String PROPERTY = "type";

  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader.NamedTypes named;
  private final Predicate<TypeElement> converted;
  private final Findings findings;

  /**
   * @param named decides about the members
   * @param converted whether values of a class travel as those of another type
   */
  UnionReader(
      Symbols symbols,
      DocReader docs,
      TypeRefReader.NamedTypes named,
      Predicate<TypeElement> converted,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.named = named;
    this.converted = converted;
    this.findings = findings;
  }

  /**
   * Reads a type.
   *
   * @param name the name in the contracts
   */
  UnionType read(TypeUse use, String name, Path path, Origin origin) {
    TypeElement type = use.element();
    Optional<JacksonTypeInfo> jackson = jackson(type);
    Path within = path.then(origin);
    MemberTypes types = new MemberTypes(symbols, use);
    List<Member> members =
        Hierarchy.members(symbols, type).entrySet().stream()
            .flatMap(
                each ->
                    read(each.getKey(), each.getValue(), jackson, types, within, origin).stream())
            .toList();
    checkDistinct(members, types, origin);
    return new UnionType(
        use.name(),
        name,
        NameReader.of(type, symbols),
        jackson
            .map(JacksonTypeInfo::discriminator)
            .orElseGet(() -> new Discriminator(property(type), true)),
        members,
        commonFields(type),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  /** What Jackson is told of how to name the members, as far as we can follow it. */
  private Optional<JacksonTypeInfo> jackson(TypeElement type) {
    return JacksonTypeInfo.of(symbols.lineage(type)).filter(JacksonTypeInfo::isNamed);
  }

  private static String property(TypeElement type) {
    return Annotated.find(type, Triglot.TYPE)
        .map(annotation -> annotation.text("discriminator"))
        .filter(name -> !name.isEmpty())
        .orElse(PROPERTY);
  }

  private Optional<Member> read(
      TypeElement member,
      List<String> told,
      Optional<JacksonTypeInfo> jackson,
      MemberTypes types,
      Path path,
      Origin root) {
    Origin origin = symbols.origin(member, Symbols.shownName(member), root);
    String name = ownName(member);
    Optional<JavaName> type = accepted(member, types, path, root, origin);
    if (type.isEmpty()) {
      findings.reportIncomplete(root);
    }
    return type.map(
        accepted ->
            new Member(
                accepted,
                name,
                jackson
                    .map(info -> info.name(member, told, symbols))
                    .orElseGet(() -> JsonName.of(name)),
                number(member),
                origin));
  }

  /** Members are told apart in their hierarchy, so that no other type's name counts. */
  private static String ownName(TypeElement member) {
    return Annotated.find(member, Triglot.TYPE)
        .map(annotation -> annotation.text("name"))
        .filter(name -> !name.isEmpty())
        .orElse(member.getSimpleName().toString());
  }

  private Optional<JavaName> accepted(
      TypeElement member, MemberTypes types, Path path, Origin root, Origin origin) {
    if (member.getKind() == ElementKind.ENUM || converted.test(member)) {
      return refuse(
          origin, member, root, "has no fields of its own", "Make it a record with one field.");
    }
    if (isOpen(member)) {
      return refuse(
          origin,
          member,
          root,
          "is open to types that nobody knows",
          "Seal it, or make it a record or a final class.");
    }
    Optional<TypeUse> use = types.use(member);
    return use.isPresent()
        ? named.accept(use.get(), path)
        : refuse(
            origin,
            member,
            root,
            "does not say what its type arguments are",
            "Give it the type parameters of " + root + ", and hand them on as they are.");
  }

  private boolean isOpen(TypeElement member) {
    return member.getModifiers().contains(Modifier.ABSTRACT)
        && ClassForm.of(symbols, member).creation().isEmpty();
  }

  private static OptionalInt number(TypeElement member) {
    return Annotated.find(member, Triglot.TYPE)
        .filter(annotation -> annotation.value("number").isPresent())
        .map(annotation -> OptionalInt.of(annotation.number("number")))
        .orElse(OptionalInt.empty());
  }

  /** What the members can have in common: what the type itself lets everybody read. */
  private List<CommonField> commonFields(TypeElement type) {
    Stream<CommonField> properties =
        new PropertyFinder(symbols, type)
            .find().stream()
                .map(
                    property ->
                        new CommonField(
                            property.name(),
                            property.declarations().stream()
                                .map(each -> docs.read(each).summary())
                                .filter(doc -> !doc.isEmpty())
                                .findFirst()
                                .orElse(Doc.NONE)));
    Stream<CommonField> methods =
        FieldMethods.of(symbols, type).stream()
            .map(
                method ->
                    new CommonField(FieldMethods.javaName(method), docs.read(method).summary()));
    return Stream.concat(properties, methods).toList();
  }

  private void checkDistinct(List<Member> members, MemberTypes types, Origin root) {
    for (Member member : members) {
      Stream.of(members)
          .flatMap(List::stream)
          .filter(other -> !other.equals(member) && types.isSubtype(other.type(), member.type()))
          .forEach(
              other ->
                  findings.report(
                      TypeRules.HIERARCHY,
                      other.origin(),
                      other.origin()
                          + " is a "
                          + member.origin()
                          + " as well, which is another"
                          + " member of "
                          + root
                          + ".",
                      "Make " + member.origin() + " abstract, or leave one of them out."));
    }
  }

  private <T> Optional<T> refuse(
      Origin origin, TypeElement member, Origin root, String problem, String remedy) {
    return findings.refuse(
        TypeRules.HIERARCHY,
        origin,
        Symbols.shownName(member) + " is a member of " + root + " but " + problem + ".",
        remedy);
  }
}
