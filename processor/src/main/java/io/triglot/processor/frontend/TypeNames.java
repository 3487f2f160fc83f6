package io.triglot.processor.frontend;

import io.triglot.processor.contract.NameIndex;
import io.triglot.processor.model.ApiVersion;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names types in the contracts: by {@code @ApiType}, else by their simple names. Where two types
 * have the same simple name, the words of their packages and outer classes in which they differ are
 * put in front.
 *
 * <p>A name that generated code already has, because the type or a service that leads to it is not
 * compiled now, stays as it is.
 */
final class TypeNames {
  private final Symbols symbols;
  private final KeptDefinitions kept;
  private final NameIndex inUse;
  private final Findings findings;

  /**
   * @param inUse the names of types that are in use by what is not read now
   */
  TypeNames(Symbols symbols, NameIndex inUse, Findings findings) {
    this.symbols = symbols;
    this.kept = new KeptDefinitions(symbols);
    this.inUse = inUse;
    this.findings = findings;
  }

  /** The definitions under their names. */
  SortedMap<JavaName, TypeDefinition> name(SortedMap<JavaName, TypeDefinition> definitions) {
    SortedMap<JavaName, String> fixed = fixed(definitions);
    ContractNames names = new ContractNames(own(definitions, fixed));
    SortedMap<JavaName, TypeDefinition> named = new TreeMap<>();
    definitions.forEach(
        (type, definition) ->
            named.put(type, isNamed(type) ? definition : named(type, definition, names)));
    return named;
  }

  private static TypeDefinition named(
      JavaName type, TypeDefinition definition, ContractNames names) {
    TypeDefinition called =
        definition
            .named(names.of(type))
            .withExact(definition.exact().map(exact -> exact.of(names.ofArguments(type))));
    return Paging.hasParts(called) ? called.withExact(Optional.of(connection(called))) : called;
  }

  /** The names of a connection, which clients of GraphQL know by its own. */
  private static ExactNames connection(TypeDefinition type) {
    String name = ExactNames.graphql(type.exact(), Paging.connection(type.name()));
    return type.exact().orElse(ExactNames.NONE).withGraphql(name);
  }

  /** Whether what was kept tells the name: that of a use has those of its arguments in it. */
  private boolean isNamed(JavaName type) {
    return kept.has(type)
        && type.arguments().stream().flatMap(TypeReach::mentioned).allMatch(this::isUnchanged);
  }

  private boolean isUnchanged(JavaName argument) {
    return symbols.find(argument).filter(symbols::isSource).isEmpty()
        && argument.arguments().stream().flatMap(TypeReach::mentioned).allMatch(this::isUnchanged);
  }

  /** The names that are not ours to choose: those told, and those in use. */
  private SortedMap<JavaName, String> fixed(Map<JavaName, TypeDefinition> definitions) {
    SortedMap<JavaName, String> fixed = new TreeMap<>();
    inUse
        .entries()
        .forEach(
            (type, entry) ->
                entry
                    .name()
                    .ifPresent(
                        name ->
                            Optional.ofNullable(symbols.elements().getTypeElement(type))
                                .ifPresent(found -> fixed.put(Symbols.javaName(found), name))));
    definitions.forEach(
        (type, definition) -> {
          if (type.arguments().isEmpty() && kept.has(type)) {
            fixed.put(type, definition.name());
          } else {
            told(type).ifPresent(name -> fixed.put(type.of(List.of()), name));
          }
        });
    return fixed;
  }

  /** The names of the classes, without the type arguments of their uses. */
  private Map<JavaName, String> own(
      Map<JavaName, TypeDefinition> definitions, SortedMap<JavaName, String> fixed) {
    SortedSet<JavaName> classes = new TreeSet<>(fixed.keySet());
    definitions.keySet().forEach(type -> classes.add(type.of(List.of())));
    Map<String, List<JavaName>> wanting =
        classes.stream()
            .collect(
                Collectors.groupingBy(
                    type -> told(type).orElse(type.simpleName()),
                    TreeMap::new,
                    Collectors.toList()));
    SortedMap<JavaName, String> own = new TreeMap<>(fixed);
    wanting.forEach(
        (name, types) ->
            types.stream()
                .filter(type -> !fixed.containsKey(type))
                .forEach(
                    type -> {
                      List<String> words = words(type, types);
                      String chosen = chosen(name, words);
                      own.put(type, chosen);
                      if (types.size() > 1 && !areVersions(types)) {
                        report(type, definitions, types, chosen);
                      }
                    }));
    return own;
  }

  private void report(
      JavaName type,
      Map<JavaName, TypeDefinition> definitions,
      Collection<JavaName> alike,
      String name) {
    definitions.values().stream()
        .filter(definition -> definition.javaName().of(List.of()).equals(type))
        .findFirst()
        .ifPresent(
            definition ->
                findings.report(
                    TypeRules.SAME_SIMPLE_NAME,
                    definition.origin(),
                    alike.stream().map(JavaName::canonical).collect(Collectors.joining(" and "))
                        + " have the same simple name; "
                        + type
                        + " is called "
                        + name
                        + " in the contracts.",
                    "Write the name that you want, as in @ApiType(name = \"" + name + "\")."));
  }

  private Optional<String> told(JavaName type) {
    return symbols
        .find(type)
        .flatMap(element -> Annotated.find(element, Triglot.TYPE))
        .map(annotation -> annotation.text("name"))
        .filter(name -> !name.isEmpty());
  }

  /** The words that tell where a type lies, without those that it shares with all of the others. */
  private static List<String> words(JavaName type, List<JavaName> all) {
    List<List<String>> places = all.stream().map(TypeNames::place).toList();
    List<String> place = place(type);
    int shortest = places.stream().mapToInt(List::size).min().orElse(0);
    int front = 0;
    while (front < shortest && isShared(places, place, front, false)) {
      front++;
    }
    int back = 0;
    while (back < shortest - front && isShared(places, place, back, true)) {
      back++;
    }
    return place.subList(front, place.size() - back);
  }

  /**
   * The words stand in front, but for a version, which stands at the end unless it is the first.
   */
  private static String chosen(String name, List<String> words) {
    return words.stream().filter(word -> !isVersion(word)).collect(Collectors.joining())
        + name
        + words.stream()
            .filter(TypeNames::isVersion)
            .map(word -> ApiVersion.suffix(word.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining());
  }

  /** Whether types differ in nothing but the version of their packages, which names follow. */
  private static boolean areVersions(List<JavaName> alike) {
    return alike.stream()
        .allMatch(type -> words(type, alike).stream().allMatch(TypeNames::isVersion));
  }

  private static boolean isVersion(String word) {
    return ApiVersion.is(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isShared(
      List<List<String>> places, List<String> place, int index, boolean fromEnd) {
    return places.stream()
        .allMatch(
            other ->
                other
                    .get(fromEnd ? other.size() - 1 - index : index)
                    .equals(place.get(fromEnd ? place.size() - 1 - index : index)));
  }

  /** The words of the package and of the outer classes. */
  private static List<String> place(JavaName type) {
    List<String> place = new ArrayList<>();
    Stream.concat(
            Arrays.stream(type.packageName().split("[._]")),
            type.simpleNames().stream().limit(type.simpleNames().size() - 1L))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .forEach(place::add);
    return place;
  }
}
