package io.triglot.processor.frontend;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * The declarations that the reading of a round begins with, by their qualified names: elements are
 * not good for more than one round.
 *
 * @param services classes and interfaces with operations, or with {@code @ApiService}
 * @param types types with {@code @ApiType}
 * @param errors exceptions with {@code @ApiError}
 * @param owners types with {@code @ApiField} inside of them
 */
public record Roots(
    SortedSet<String> services,
    SortedSet<String> types,
    SortedSet<String> errors,
    SortedSet<String> owners) {
  /**
   * The qualified names of the annotations that make a declaration part of the API; {@code @Path}
   * does so for heirs of a class that has one of ours.
   */
  public static final Set<String> ANNOTATIONS =
      Set.of(
          Triglot.OPERATION,
          Triglot.SERVICE,
          Triglot.TYPE,
          Triglot.FIELD,
          Triglot.ERROR,
          Triglot.BATCH,
          Triglot.ENTITY,
          "jakarta.ws.rs.Path",
          "javax.ws.rs.Path");

  /** Nothing to read. */
  public static final Roots NONE =
      new Roots(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  /** What is annotated in the sources of a round. */
  public static Roots of(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Function<String, Stream<TypeElement>> annotated =
        name ->
            annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(name))
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .flatMap(Roots::type);
    return new Roots(
        names(
            Stream.concat(
                Stream.of(Triglot.SERVICE, Triglot.OPERATION, Triglot.BATCH, Triglot.ENTITY)
                    .flatMap(annotated),
                Stream.of("jakarta.ws.rs.Path", "javax.ws.rs.Path")
                    .flatMap(annotated)
                    .filter(Roots::inheritsOperations))),
        names(annotated.apply(Triglot.TYPE)),
        names(annotated.apply(Triglot.ERROR)),
        names(annotated.apply(Triglot.FIELD)));
  }

  /** These and those. */
  public Roots and(Roots others) {
    return new Roots(
        union(services, others.services),
        union(types, others.types),
        union(errors, others.errors),
        union(owners, others.owners));
  }

  /** These, and services that are not compiled now. */
  public Roots withServices(Collection<String> others) {
    return new Roots(union(services, others), types, errors, owners);
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return services.isEmpty() && types.isEmpty() && errors.isEmpty() && owners.isEmpty();
  }

  /**
   * Whether something that the type inherits from, or is, has an annotation that makes services.
   */
  static boolean inheritsOperations(TypeElement type) {
    return Annotated.find(type, Triglot.SERVICE).isPresent()
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> Annotated.find(method, Triglot.OPERATION).isPresent())
        || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
            .filter(DeclaredType.class::isInstance)
            .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
            .anyMatch(Roots::inheritsOperations);
  }

  /** The type itself, or the one that declares the member or the parameter. */
  private static Stream<TypeElement> type(Element element) {
    return Stream.<Element>iterate(element, Objects::nonNull, Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .limit(1);
  }

  private static SortedSet<String> names(Stream<TypeElement> types) {
    SortedSet<String> names = new TreeSet<>();
    types.map(QualifiedNameable::getQualifiedName).map(Object::toString).forEach(names::add);
    return names;
  }

  private static SortedSet<String> union(Collection<String> some, Collection<String> others) {
    SortedSet<String> union = new TreeSet<>(some);
    union.addAll(others);
    return union;
  }
}
