package io.triglot.processor.frontend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Tells whether a value may be null: by JSpecify's rules, and by any annotation with one of the
 * customary simple names. Outside of {@code @NullMarked} code a reference may be null unless it
 * says otherwise, while the elements of a collection may not.
 */
final class NullnessReader {
  private static final Set<String> NON_NULL = Set.of("NonNull", "Nonnull", "NotNull");

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
    return declared(
            Stream.concat(
                type.getAnnotationMirrors().stream(),
                declarations.stream().flatMap(each -> each.getAnnotationMirrors().stream())))
        .orElseGet(() -> !nullMarked(declarations.get(0)));
  }

  /** Whether a type argument may be null. */
  static boolean nullableArgument(TypeMirror type) {
    return declared(type.getAnnotationMirrors().stream()).orElse(false);
  }

  private static Optional<Boolean> declared(Stream<? extends AnnotationMirror> annotations) {
    List<String> names = annotations.map(Annotated::simpleName).toList();
    if (names.contains("Nullable")) {
      return Optional.of(true);
    }
    return names.stream().anyMatch(NON_NULL::contains) ? Optional.of(false) : Optional.empty();
  }

  private static boolean nullMarked(Element declaration) {
    for (Element e = declaration; e != null; e = e.getEnclosingElement()) {
      if (Annotated.find(e, "org.jspecify.annotations.NullMarked").isPresent()) {
        return true;
      }
      if (Annotated.find(e, "org.jspecify.annotations.NullUnmarked").isPresent()) {
        return false;
      }
    }
    return false;
  }
}
