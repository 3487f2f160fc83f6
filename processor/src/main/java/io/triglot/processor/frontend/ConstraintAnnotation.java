package io.triglot.processor.frontend;

import io.triglot.processor.model.Constraint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an annotation that is a constraint of Jakarta Validation, or a list of such. */
final class ConstraintAnnotation {
  private static final String PACKAGE = "jakarta.validation.";
  private static final String STANDARD = PACKAGE + "constraints.";
  private static final String DEFAULT = PACKAGE + "groups.Default";

  /** A matter of nullness, or of nothing that travels. */
  private static final Set<String> UNTOLD = Set.of("NotNull", "Null");

  private ConstraintAnnotation() {}

  /** Whether it is a constraint, in the default group. */
  static boolean isConstraint(AnnotationMirror annotation) {
    return told(annotation).findAny().isPresent();
  }

  /**
   * What it tells: those it is composed of, and by its name what else it checks. Nothing for what
   * is no constraint, does not hold in the default group, or is a matter of nullness.
   */
  static Stream<Constraint> told(AnnotationMirror annotation) {
    return each(annotation)
        .filter(each -> isType(each.mirror()))
        .filter(each -> isInDefaultGroup(each.mirror()))
        .flatMap(ConstraintAnnotation::read);
  }

  /** Whether a constraint holds where no group is asked for; anything else does. */
  static boolean isInDefaultGroup(AnnotationMirror annotation) {
    List<TypeElement> groups =
        new Annotated(annotation.getAnnotationType().asElement(), annotation)
            .types("groups")
            .toList();
    return groups.isEmpty()
        || groups.stream().anyMatch(each -> each.getQualifiedName().contentEquals(DEFAULT));
  }

  /** The annotation, or those in it where it is the container of repeated ones. */
  private static Stream<Annotated> each(AnnotationMirror annotation) {
    Element type = annotation.getAnnotationType().asElement();
    Annotated whole = new Annotated(type, annotation);
    boolean list =
        type.getSimpleName().contentEquals("List")
            && type.getEnclosingElement() instanceof TypeElement;
    return list ? whole.annotations("value") : Stream.of(whole);
  }

  private static boolean isType(AnnotationMirror annotation) {
    return Annotated.find(annotation.getAnnotationType().asElement(), PACKAGE + "Constraint")
        .isPresent();
  }

  private static Stream<Constraint> read(Annotated annotation) {
    String name = Annotated.simpleName(annotation.mirror());
    if (!Annotated.qualifiedName(annotation.mirror()).equals(STANDARD + name)) {
      return composed(annotation.mirror(), name);
    }
    return UNTOLD.contains(name) ? Stream.empty() : Stream.of(standard(name, annotation));
  }

  private static Constraint standard(String name, Annotated of) {
    boolean inclusive = of.flag("inclusive", true);
    return switch (name) {
      case "Size" ->
          new Constraint.Size(
              of.number("min"), of.value("max").isPresent() ? of.number("max") : Integer.MAX_VALUE);
      case "NotEmpty" -> new Constraint.Size(1, Integer.MAX_VALUE);
      case "NotBlank" -> new Constraint.NotBlank();
      case "Min", "DecimalMin" -> new Constraint.Minimum(decimal(of), inclusive);
      case "Max", "DecimalMax" -> new Constraint.Maximum(decimal(of), inclusive);
      case "Positive" -> new Constraint.Minimum(BigDecimal.ZERO, false);
      case "PositiveOrZero" -> new Constraint.Minimum(BigDecimal.ZERO, true);
      case "Negative" -> new Constraint.Maximum(BigDecimal.ZERO, false);
      case "NegativeOrZero" -> new Constraint.Maximum(BigDecimal.ZERO, true);
      case "Digits" -> new Constraint.Digits(of.number("integer"), of.number("fraction"));
      case "Pattern" -> new Constraint.Matches(of.text("regexp"), of.constants("flags").isEmpty());
      case "Email" -> new Constraint.Email();
      case "Past" -> new Constraint.Moment(false, false);
      case "PastOrPresent" -> new Constraint.Moment(false, true);
      case "Future" -> new Constraint.Moment(true, false);
      case "FutureOrPresent" -> new Constraint.Moment(true, true);
      default -> new Constraint.Other(name);
    };
  }

  private static BigDecimal decimal(Annotated annotation) {
    try {
      return new BigDecimal(annotation.text("value"));
    } catch (NumberFormatException mistake) { // the provider will refuse it
      return BigDecimal.ZERO;
    }
  }

  /**
   * What a constraint of the user's is made of. Where its members change that, or where not all of
   * it has to hold, only its name is known.
   */
  private static Stream<Constraint> composed(AnnotationMirror annotation, String name) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    boolean plain =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .noneMatch(
                    member ->
                        Annotated.isPresent(member, "OverridesAttribute")
                            || Annotated.isPresent(member, "List"))
            && !Annotated.isPresent(type, "ConstraintComposition");
    Stream<Constraint> parts =
        plain
            ? type.getAnnotationMirrors().stream().flatMap(ConstraintAnnotation::told)
            : Stream.empty();
    boolean checksMore =
        !plain
            || Annotated.find(type, PACKAGE + "Constraint")
                .filter(found -> found.types("validatedBy").findAny().isPresent())
                .isPresent();
    return checksMore ? Stream.concat(parts, Stream.of(new Constraint.Other(name))) : parts;
  }
}
