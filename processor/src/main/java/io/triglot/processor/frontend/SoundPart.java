package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule.Severity;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The part of a model that no error touches: neither it nor what it leads to has one. */
final class SoundPart {
  private final ApiModel model;
  private final Map<JavaName, Set<JavaName>> lineages;
  private final Closure closure;
  private final Set<JavaName> broken;
  private final Set<Origin> places;

  /**
   * @param lineages the services with what they inherit from
   * @param broken the places of errors
   */
  SoundPart(ApiModel model, Map<JavaName, Set<JavaName>> lineages, Collection<Origin> broken) {
    this.model = model;
    this.lineages = lineages;
    this.closure = new Closure(model.types());
    this.places = Set.copyOf(broken);
    this.broken =
        broken.stream().flatMap(origin -> declaring(origin).stream()).collect(Collectors.toSet());
  }

  /** Where these diagnostics are, as far as they are errors. */
  static Stream<Origin> errors(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(each -> each.rule().severity() == Severity.ERROR)
        .map(Diagnostic::origin);
  }

  ApiModel model() {
    if (broken.isEmpty()) {
      return model;
    }
    return new ApiModel(
        model.services().stream().filter(this::isSound).toList(),
        kept(model.types(), type -> isSound(closure.of(type.javaName()))),
        kept(model.errors(), this::isSound));
  }

  private boolean isSound(Service service) {
    return isFree(lineages.getOrDefault(service.javaName(), Set.of(service.javaName())))
        && parameters(service).noneMatch(parameter -> places.contains(parameter.origin()))
        && isSound(closure.of(service))
        && service.operations().stream()
            .flatMap(operation -> operation.errors().stream())
            .map(model.errors()::get)
            .allMatch(error -> error == null || isSound(error));
  }

  /** On the Eclipse compiler some parameters do not know the method that they belong to. */
  private static Stream<Parameter> parameters(Service service) {
    return Stream.of(
            service.operations().stream().flatMap(operation -> operation.parameters().stream()),
            service.batchFields().stream().flatMap(field -> field.parameters().stream()),
            service.entities().stream().flatMap(method -> method.parameters().stream()))
        .flatMap(each -> each);
  }

  private boolean isSound(ErrorType error) {
    return !broken.contains(error.javaName()) && isSound(closure.of(error));
  }

  private boolean isSound(Optional<SortedMap<JavaName, TypeDefinition>> reached) {
    return reached.isPresent() && isFree(reached.get().keySet());
  }

  private boolean isFree(Collection<JavaName> names) {
    return Collections.disjoint(broken, new HashSet<>(names));
  }

  private static <T> SortedMap<JavaName, T> kept(
      SortedMap<JavaName, T> all, Function<T, Boolean> sound) {
    SortedMap<JavaName, T> kept = new TreeMap<>(all);
    kept.values().removeIf(each -> !sound.apply(each));
    return kept;
  }

  /** The class or interface that an origin is in, or is. */
  static Optional<JavaName> declaring(Origin origin) {
    return Stream.of(origin.handle())
        .filter(Place.class::isInstance)
        .flatMap(
            place ->
                Stream.<Element>iterate(
                    ((Place) place).element(),
                    element -> element != null,
                    Element::getEnclosingElement))
        .filter(TypeElement.class::isInstance)
        .map(type -> Symbols.javaName((TypeElement) type))
        .findFirst();
  }
}
