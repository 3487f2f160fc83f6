package io.triglot.processor.contract;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that a module's types have in the contracts, and which services lead to each, in the
 * class output: a compilation of one class must give its types the names that one of the whole
 * module does, and what they change changes for these services. Like the {@link ModuleIndex} it is
 * only a hint.
 *
 * @param entries by the canonical names of types and errors
 */
public record NameIndex(SortedMap<String, Entry> entries) {
  /** Where it is in the class output. */
  public static final String PATH = "META-INF/triglot/types.txt";

  /** Nothing is known. */
  public static final NameIndex EMPTY = new NameIndex(new TreeMap<>());

  private static final String NO_NAME = "-";
  private static final String HEADER =
      "# The names of this module's types, and the services that lead to them."
          + " Written by Triglot for its next compilation; do not edit.\n";

  /**
   * What is known of a type or an error.
   *
   * @param name its name in the contracts; empty for errors, and for generic classes, whose uses
   *     have names of their own
   * @param services the canonical names of the services that lead to it
   */
  public record Entry(Optional<String> name, SortedSet<String> services) {
    /** Takes a copy. */
    public Entry {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    private Entry and(Entry other) {
      SortedSet<String> all = new TreeSet<>(services);
      all.addAll(other.services);
      return new Entry(name, all);
    }
  }

  /** Takes a copy. */
  public NameIndex {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** The names in a model. */
  public static NameIndex of(ApiModel model) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    model.types().keySet().forEach(type -> add(model, type, new TreeSet<>(), entries));
    for (Service service : model.services()) {
      SortedSet<String> one = new TreeSet<>(Set.of(service.javaName().canonical()));
      TypeReach.from(model, references(model, service))
          .forEach(type -> add(model, type, one, entries));
      errors(service)
          .forEach(
              error ->
                  entries.merge(error.canonical(), new Entry(Optional.empty(), one), Entry::and));
    }
    return new NameIndex(entries);
  }

  /** The index that a text holds. */
  public static NameIndex parse(String text) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .filter(words -> words.length >= 2)
        .forEach(
            words ->
                entries.put(
                    words[0],
                    new Entry(
                        Optional.of(words[1]).filter(name -> !name.equals(NO_NAME)),
                        new TreeSet<>(Arrays.asList(words).subList(2, words.length)))));
    return new NameIndex(entries);
  }

  /** The index as text. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER);
    entries.forEach(
        (type, entry) -> {
          text.append(type).append(' ').append(entry.name().orElse(NO_NAME));
          entry.services().forEach(service -> text.append(' ').append(service));
          text.append('\n');
        });
    return text.toString();
  }

  /** These and those; where both know a type, it has the name that these say. */
  public NameIndex and(NameIndex others) {
    SortedMap<String, Entry> all = new TreeMap<>(entries);
    others.entries.forEach((type, entry) -> all.merge(type, entry, Entry::and));
    return new NameIndex(all);
  }

  private static void add(
      ApiModel model, JavaName type, SortedSet<String> services, SortedMap<String, Entry> entries) {
    Optional<String> name =
        type.arguments().isEmpty()
            ? Optional.of(model.definition(new NamedRef(type, false)).name())
            : Optional.empty();
    entries.merge(type.canonical(), new Entry(name, services), Entry::and);
  }

  private static Stream<TypeRef> references(ApiModel model, Service service) {
    Stream<TypeRef> parents =
        service.batchFields().stream().map(field -> new NamedRef(field.parent(), false));
    Stream<TypeRef> details =
        errors(service)
            .flatMap(error -> Stream.ofNullable(model.errors().get(error)))
            .flatMap(error -> error.properties().stream().map(ErrorType.Property::type));
    return Stream.of(service.references(), parents, details).flatMap(each -> each);
  }

  private static Stream<JavaName> errors(Service service) {
    return service.operations().stream().flatMap(operation -> operation.errors().stream());
  }
}
