package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ApiVersion;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resource that an operation is about, and what its name says beside that.
 *
 * @param words the resource's name, such as <em>order item</em>
 * @param rest the words of the operation's name without those of the resource, if they are there
 * @param several whether the operation's name has the resource in the plural
 */
record Noun(List<String> words, List<String> rest, boolean several) {
  private static final List<String> SERVICE_ENDINGS = List.of("service", "api", "resource");

  Noun {
    words = List.copyOf(words);
    rest = List.copyOf(rest);
  }

  /**
   * What the operation's name mentions (after the verb of a mutation), be it an object type of the
   * service's own or what the service is named after; else the object type that the operation
   * returns, else what the service is named after. Types that other services know do not count, so
   * that a route depends on nothing but its own service.
   */
  static Noun of(ApiModel model, Service service, Operation operation) {
    List<String> name = Words.of(operation.name());
    int verbs = operation.kind() == OperationKind.MUTATION ? 1 : 0;
    List<String> namesake = namesake(service);
    return Stream.concat(types(model, service), Stream.of(namesake))
        .flatMap(noun -> mentioned(noun, name, verbs).stream())
        .findFirst()
        .orElseGet(() -> new Noun(returned(model, operation).orElse(namesake), name, false));
  }

  /** The resource in kebab-case. */
  String singular() {
    return String.join("-", words);
  }

  /** The resource's plural in kebab-case. */
  String plural() {
    return Words.plural(singular());
  }

  /** Whether a parameter of this name identifies the resource. */
  boolean isIdentifiedBy(String parameter) {
    List<String> id = Words.of(parameter);
    return id.equals(List.of("id"))
        || id.equals(Stream.concat(words.stream(), Stream.of("id")).toList());
  }

  /** The object types of a service, those of many words first. */
  private static Stream<List<String>> types(ApiModel model, Service service) {
    return TypeReach.from(model, service.operations().stream().flatMap(RestTree::mentioned))
        .stream()
        .map(type -> model.definition(new NamedRef(type, false)))
        .filter(type -> !(type instanceof EnumType))
        .map(type -> words(type.name()))
        .sorted(Comparator.<List<String>>comparingInt(List::size).reversed());
  }

  private static Optional<Noun> mentioned(List<String> noun, List<String> name, int verbs) {
    return found(noun, noun, name, verbs, false)
        .or(() -> found(noun, plural(noun), name, verbs, true));
  }

  private static Optional<Noun> found(
      List<String> noun, List<String> spelled, List<String> name, int verbs, boolean several) {
    int at = Collections.indexOfSubList(name.subList(verbs, name.size()), spelled);
    if (at < 0) {
      return Optional.empty();
    }
    List<String> rest = new ArrayList<>(name);
    rest.subList(verbs + at, verbs + at + spelled.size()).clear();
    return Optional.of(new Noun(noun, rest, several));
  }

  private static List<String> plural(List<String> noun) {
    List<String> plural = new ArrayList<>(noun);
    plural.set(plural.size() - 1, Words.plural(plural.get(plural.size() - 1)));
    return plural;
  }

  private static Optional<List<String>> returned(ApiModel model, Operation operation) {
    TypeRef result = operation.result().present().carrier();
    result = Paging.element(model, result).orElse(result);
    if (result instanceof ListRef list) {
      result = list.element();
    }
    return result instanceof NamedRef named && !(model.definition(named) instanceof EnumType)
        ? Optional.of(words(model.definition(named).name()))
        : Optional.empty();
  }

  /** The words of a type's name, all versions of which are one resource. */
  private static List<String> words(String type) {
    List<String> words = Words.of(type);
    int last = words.size() - 1;
    return last > 0 && ApiVersion.is(words.get(last)) ? words.subList(0, last) : words;
  }

  private static List<String> namesake(Service service) {
    List<String> words = Words.of(service.unversioned());
    String last = words.get(words.size() - 1);
    return words.size() > 1 && SERVICE_ENDINGS.contains(last)
        ? words.subList(0, words.size() - 1)
        : words;
  }
}
