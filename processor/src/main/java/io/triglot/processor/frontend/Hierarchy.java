package io.triglot.processor.frontend;

import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * The types that values of a sealed type are of, or of one for which Jackson's annotations name
 * them. Those of a type that is one of them count in its place.
 */
final class Hierarchy {
  private final Symbols symbols;
  private final Map<TypeElement, List<String>> members = new LinkedHashMap<>();

  private Hierarchy(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether values of the type are of several types that clients must tell apart. */
  static boolean isRoot(Symbols symbols, TypeElement type) {
    boolean told =
        Jackson.find(type, "JsonSubTypes").isPresent()
            || Jackson.find(type, "JsonTypeInfo").isPresent()
                && type.getModifiers().contains(Modifier.ABSTRACT);
    return type.getModifiers().contains(Modifier.SEALED)
        || told && JacksonTypeInfo.of(symbols.lineage(type)).isPresent();
  }

  /** Whether values are objects of this one type: no constants of an enum, and no root. */
  static boolean isObject(Symbols symbols, NamedRef type) {
    return symbols
        .find(type.name())
        .filter(each -> each.getKind() != ElementKind.ENUM)
        .filter(each -> !isRoot(symbols, each))
        .isPresent();
  }

  /**
   * The types that are no roots themselves, in declaration order, each with the names that
   * {@code @JsonSubTypes} gives it.
   */
  static Map<TypeElement, List<String>> members(Symbols symbols, TypeElement root) {
    Hierarchy hierarchy = new Hierarchy(symbols);
    hierarchy.addMembersOf(root);
    return hierarchy.members;
  }

  private void addMembersOf(TypeElement root) {
    Map<TypeElement, List<String>> named = new LinkedHashMap<>(JacksonTypeInfo.subtypes(root));
    permitted(root).forEach(each -> named.putIfAbsent(each, List.of()));
    named.forEach(
        (member, names) -> {
          if (isRoot(symbols, member)) {
            addMembersOf(member);
          } else {
            members.merge(member, names, (first, other) -> first.isEmpty() ? other : first);
          }
        });
  }

  /**
   * The subtypes of a sealed type as it lists them. Where it does not, they are in its own source,
   * and compilers order them as they like: those inside of one class are in the order of that.
   */
  private List<TypeElement> permitted(TypeElement root) {
    List<TypeElement> permitted =
        root.getPermittedSubclasses().stream()
            .map(Symbols::resolved)
            .map(type -> (TypeElement) ((DeclaredType) type).asElement())
            .toList();
    TypeElement outermost = outermost(root);
    if (!permitted.stream().allMatch(each -> outermost(each).equals(outermost))) {
      return permitted;
    }
    List<TypeElement> order = nested(outermost).toList();
    return permitted.stream().sorted(Comparator.comparing(order::indexOf)).toList();
  }

  private Stream<TypeElement> nested(TypeElement type) {
    List<TypeElement> inside = new ArrayList<>(ElementFilter.typesIn(symbols.members(type)));
    return Stream.concat(Stream.of(type), inside.stream().flatMap(this::nested));
  }

  private static TypeElement outermost(TypeElement type) {
    return Stream.iterate(
            Optional.of((Element) type),
            Optional::isPresent,
            each -> Optional.ofNullable(each.get().getEnclosingElement()))
        .flatMap(Optional::stream)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .reduce(type, (inner, outer) -> outer);
  }
}
