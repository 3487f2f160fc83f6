package io.triglot.processor.frontend;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The request filters of JAX-RS among the sources of this compilation, which calls of other
 * protocols do not pass. Which of them a container runs is not known here.
 */
final class RequestFilters {
  private final List<Filter> filters;

  private RequestFilters(List<Filter> filters) {
    this.filters = filters;
  }

  /**
   * A filter.
   *
   * @param bindings the name bindings that it is for; for all resources where there are none
   */
  private record Filter(String name, Set<String> bindings) {}

  static RequestFilters in(Symbols symbols) {
    return new RequestFilters(
        symbols
            .sources()
            .flatMap(RequestFilters::withNested)
            .filter(type -> isFilter(type, symbols))
            .map(
                type ->
                    new Filter(
                        Symbols.shownName(type),
                        JaxRs.nameBindings(type).collect(Collectors.toUnmodifiableSet())))
            .toList());
  }

  /** The names of those that requests of a resource pass. */
  Stream<String> before(Collection<String> bindings) {
    return filters.stream().filter(each -> bindings.containsAll(each.bindings())).map(Filter::name);
  }

  private static Stream<TypeElement> withNested(TypeElement type) {
    return Stream.concat(
        Stream.of(type),
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .flatMap(RequestFilters::withNested));
  }

  private static boolean isFilter(TypeElement type, Symbols symbols) {
    return type.getKind().isClass()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && symbols.lineage(type).stream()
            .map(each -> JaxRs.nameOf(each.asType()).orElse(""))
            .anyMatch("container.ContainerRequestFilter"::equals);
  }
}
