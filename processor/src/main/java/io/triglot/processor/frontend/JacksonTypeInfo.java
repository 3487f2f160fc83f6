package io.triglot.processor.frontend;

import io.triglot.processor.model.Discriminator;
import io.triglot.processor.model.JsonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * What Jackson's {@code @JsonTypeInfo} says: how JSON tells of which type an object is. Names of
 * classes are names here like any other: only those of the members of a hierarchy are known.
 */
record JacksonTypeInfo(Annotated annotation) {
  private static final Set<String> NAMED = Set.of("NAME", "SIMPLE_NAME", "CLASS");
  private static final Set<String> INCLUDED = Set.of("PROPERTY", "EXISTING_PROPERTY");

  /** That of a class, which it may have from its superclasses and interfaces. */
  static Optional<JacksonTypeInfo> of(List<TypeElement> lineage) {
    return lineage.stream()
        .flatMap(type -> Jackson.find(type, "JsonTypeInfo").stream())
        .findFirst()
        .map(JacksonTypeInfo::new)
        .filter(info -> !info.use().equals("NONE"));
  }

  /** What a class is told to be a subtype of it by {@code @JsonSubTypes}, each with its names. */
  static Map<TypeElement, List<String>> subtypes(TypeElement root) {
    Map<TypeElement, List<String>> subtypes = new LinkedHashMap<>();
    Jackson.find(root, "JsonSubTypes").stream()
        .flatMap(found -> found.annotations("value"))
        .forEach(
            each ->
                each.type("value")
                    .ifPresent(
                        type ->
                            subtypes.putIfAbsent(
                                type,
                                Stream.concat(
                                        each.texts("name").stream(), each.texts("names").stream())
                                    .filter(name -> !name.isEmpty())
                                    .toList())));
    return subtypes;
  }

  /** Whether JSON has what it asks for. */
  boolean isFollowed() {
    return NAMED.contains(use())
        && INCLUDED.contains(include())
        && annotation.value("defaultImpl").isEmpty();
  }

  /** Whether it names types at all, and does not leave that to code or to their fields. */
  boolean isNamed() {
    return NAMED.contains(use());
  }

  Discriminator discriminator() {
    String written = annotation.text("property");
    String usual = use().equals("CLASS") ? "@class" : "@type";
    return new Discriminator(
        written.isEmpty() ? usual : written, !include().equals("EXISTING_PROPERTY"));
  }

  /**
   * What JSON calls a type.
   *
   * @param told the names that {@code @JsonSubTypes} gives it, if it does
   */
  JsonName name(TypeElement type, List<String> told, Symbols symbols) {
    String binary = symbols.elements().getBinaryName(type).toString();
    if (use().equals("CLASS")) {
      return JsonName.of(binary);
    }
    String local = binary.substring(binary.lastIndexOf('.') + 1);
    if (!told.isEmpty()) {
      return new JsonName(told.get(0), told.subList(1, told.size()));
    }
    String usual =
        use().equals("SIMPLE_NAME") ? local.substring(local.lastIndexOf('$') + 1) : local;
    return JsonName.of(
        Jackson.find(type, "JsonTypeName")
            .map(found -> found.text("value"))
            .filter(name -> !name.isEmpty())
            .orElse(usual));
  }

  /** What JSON calls a type wherever it stands: what the nearest list of subtypes says of it. */
  JsonName ownName(TypeElement type, Symbols symbols) {
    return symbols.lineage(type).stream()
        .filter(root -> Jackson.find(root, "JsonSubTypes").isPresent())
        .findFirst()
        .map(root -> subtypes(root).getOrDefault(type, List.of()))
        .map(told -> name(type, told, symbols))
        .orElseGet(() -> name(type, List.of(), symbols));
  }

  private String use() {
    return annotation.constants("use").stream().findFirst().orElse("NONE");
  }

  private String include() {
    return annotation.constants("include").stream().findFirst().orElse("PROPERTY");
  }
}
