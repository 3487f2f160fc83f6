package io.triglot.processor.frontend;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * What holds for the references in a scope that say nothing themselves: by JSpecify's annotations,
 * and by those of other vendors that say it of all parameters, results or fields.
 */
final class NullnessDefault {
  private static final Set<String> PARAMETERS = Set.of("PARAMETER");
  private static final Set<String> RESULTS = Set.of("METHOD", "RETURN_TYPE");
  private static final Set<String> FIELDS = Set.of("FIELD");

  /** The names of annotations, with the kinds of declarations that they speak of. */
  private static final Map<String, List<Set<String>>> VENDORS =
      Map.of(
          "NonNullApi", List.of(PARAMETERS, RESULTS),
          "NonNullFields", List.of(FIELDS),
          "NonNullByDefault", List.of(PARAMETERS, RESULTS, FIELDS),
          "NotNullByDefault", List.of(PARAMETERS, RESULTS, FIELDS),
          "ParametersAreNonnullByDefault", List.of(PARAMETERS),
          "ReturnValuesAreNonnullByDefault", List.of(RESULTS));

  private NullnessDefault() {}

  /**
   * Whether a value is never null whose declarations say nothing themselves.
   *
   * @param declarations the shapes in which it is declared; the scopes are those of the first
   */
  static boolean nonNull(List<? extends Element> declarations) {
    Set<String> kinds =
        declarations.stream().map(NullnessDefault::kind).collect(Collectors.toSet());
    for (Element scope = declarations.get(0); scope != null; scope = scope.getEnclosingElement()) {
      Optional<Boolean> said = jspecify(scope).or(vendors(scope, kinds));
      if (said.isPresent()) {
        return said.get();
      }
    }
    return false;
  }

  /** What JSpecify's annotations say; both of them on one declaration say nothing. */
  private static Optional<Boolean> jspecify(Element scope) {
    boolean marked = Annotated.find(scope, "org.jspecify.annotations.NullMarked").isPresent();
    boolean unmarked = Annotated.find(scope, "org.jspecify.annotations.NullUnmarked").isPresent();
    return marked == unmarked ? Optional.empty() : Optional.of(marked);
  }

  private static Supplier<Optional<Boolean>> vendors(Element scope, Set<String> kinds) {
    return () ->
        scope.getAnnotationMirrors().stream()
            .flatMap(mirror -> said(new Annotated(scope, mirror), kinds).stream())
            .findFirst();
  }

  private static Optional<Boolean> said(Annotated annotation, Set<String> kinds) {
    List<Set<String>> spoken =
        VENDORS.getOrDefault(Annotated.simpleName(annotation.mirror()), List.of()).stream()
            .filter(names -> !Collections.disjoint(names, kinds))
            .toList();
    if (spoken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Object> value = annotation.value("value").map(AnnotationValue::getValue);
    if (value.isEmpty() || value.get() instanceof Boolean) {
      return Optional.of(annotation.flag("value", true));
    }
    List<String> locations = annotation.constants("value");
    return Optional.of(spoken.stream().anyMatch(names -> !Collections.disjoint(names, locations)));
  }

  /** A component of a record is, like its field, a field to annotations that know none. */
  private static String kind(Element declaration) {
    return declaration.getKind() == ElementKind.RECORD_COMPONENT
        ? "FIELD"
        : declaration.getKind().name();
  }
}
