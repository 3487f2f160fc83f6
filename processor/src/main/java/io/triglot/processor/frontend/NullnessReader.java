package io.triglot.processor.frontend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Tells whether a value may be null: by JSpecify's rules, and by any annotation with one of the
 * customary simple names. Outside of {@code @NullMarked} code a reference may be null unless it
 * says otherwise, while the elements of a collection may not.
 *
 * @see NullnessDefault
 */
final class NullnessReader {
  private static final Set<String> NULLABLE =
      Set.of("Nullable", "NullableDecl", "NullableType", "CheckForNull", "RecentlyNullable");
  private static final Set<String> NON_NULL =
      Set.of("NonNull", "Nonnull", "NotNull", "NonNullDecl", "NonNullType", "RecentlyNonNull");

  /** What {@code javax.annotation.Nonnull} can say beside "always". */
  private static final Set<String> NOT_ALWAYS = Set.of("MAYBE", "NEVER", "UNKNOWN");

  private NullnessReader() {}

  /**
   * Whether the value of a field or parameter, or the result of a method, may be null.
   *
   * @param declarations the shapes in which it is declared, such as a record component with its
   *     field and accessor; at least one
   */
  static boolean nullable(TypeMirror type, List<? extends Element> declarations) {
    if (type.getKind().isPrimitive()) {
      return false;
    }
    return declared(all(type, declarations))
        .orElseGet(() -> !NullnessDefault.nonNull(declarations));
  }

  /** Whether a type argument may be null. */
  static boolean nullableArgument(TypeMirror type) {
    return declared(type.getAnnotationMirrors().stream()).orElse(false);
  }

  /** Whether an annotation on the type or its declarations decides. */
  static boolean isDeclared(TypeMirror type, List<? extends Element> declarations) {
    return declared(all(type, declarations)).isPresent();
  }

  private static Stream<AnnotationMirror> all(
      TypeMirror type, List<? extends Element> declarations) {
    return Stream.concat(
        type.getAnnotationMirrors().stream(),
        declarations.stream().flatMap(each -> each.getAnnotationMirrors().stream()));
  }

  private static Optional<Boolean> declared(Stream<? extends AnnotationMirror> annotations) {
    List<? extends AnnotationMirror> said = annotations.toList();
    if (said.stream().anyMatch(NullnessReader::isNullable)) {
      return Optional.of(true);
    }
    return said.stream()
            .filter(ConstraintAnnotation::isInDefaultGroup)
            .map(Annotated::simpleName)
            .anyMatch(NON_NULL::contains)
        ? Optional.of(false)
        : Optional.empty();
  }

  private static boolean isNullable(AnnotationMirror annotation) {
    String name = Annotated.simpleName(annotation);
    return NULLABLE.contains(name)
        || NON_NULL.contains(name)
            && annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("when"))
                .map(entry -> entry.getValue().getValue())
                .anyMatch(
                    value ->
                        value instanceof VariableElement constant
                            && NOT_ALWAYS.contains(constant.getSimpleName().toString()));
  }
}
