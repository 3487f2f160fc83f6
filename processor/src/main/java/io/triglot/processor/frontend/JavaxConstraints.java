package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Tells of constraints of {@code javax.validation}, which nobody checks. */
final class JavaxConstraints {
  static final Rule RULE = Rule.warning("TriglotJavaxValidation");

  private static final String PACKAGE = "javax.validation.";

  private JavaxConstraints() {}

  /**
   * Reports the first such constraint of a parameter, property or result.
   *
   * @param declarations what may be annotated
   */
  static void report(List<? extends Element> declarations, Origin origin, Findings findings) {
    declarations.stream()
        .flatMap(each -> Stream.concat(own(each), ofType(type(each))))
        .filter(JavaxConstraints::isConstraint)
        .findFirst()
        .ifPresent(
            constraint -> {
              String name = "@" + Annotated.simpleName(constraint);
              boolean standard = Annotated.qualifiedName(constraint).startsWith(PACKAGE);
              findings.report(
                  RULE,
                  origin,
                  "Nobody checks "
                      + name
                      + " of "
                      + origin
                      + ", which is a constraint of javax.validation.",
                  standard
                      ? "Take that of jakarta.validation."
                      : "Annotate " + name + " with @Constraint of jakarta.validation.");
            });
  }

  private static TypeMirror type(Element declaration) {
    return declaration instanceof ExecutableElement method
        ? method.getReturnType()
        : declaration.asType();
  }

  private static Stream<AnnotationMirror> own(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream().map(each -> each);
  }

  /** The annotations on a type and its arguments. */
  private static Stream<AnnotationMirror> ofType(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Stream.concat(
            own(type), declared.getTypeArguments().stream().flatMap(JavaxConstraints::ofType))
        : own(type);
  }

  /** NotNull is none here: it says that the value is required, and binding makes sure of that. */
  private static boolean isConstraint(AnnotationMirror annotation) {
    String name = Annotated.qualifiedName(annotation);
    return !name.equals(PACKAGE + "constraints.NotNull")
        && (name.equals(PACKAGE + "Valid")
            || Annotated.find(annotation.getAnnotationType().asElement(), PACKAGE + "Constraint")
                .isPresent());
  }
}
