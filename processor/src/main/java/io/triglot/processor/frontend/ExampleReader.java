package io.triglot.processor.frontend;

import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.JsonFormat;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the example that {@code @ApiField} gives of a field or parameter, and refuses one that the
 * schema would.
 */
final class ExampleReader {
  private final Findings findings;

  ExampleReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * The text of the example; empty where there is none, and where it was refused.
   *
   * @param type in the form that values have in JSON
   */
  Optional<String> read(
      FieldAnnotation annotation,
      TypeRef type,
      TypeMirror java,
      Constraints constraints,
      Origin origin) {
    return annotation
        .example()
        .flatMap(
            text -> {
              Origin place =
                  new Origin(origin.name(), annotation.annotation().orElseThrow().place("example"));
              return type.present().carrier() instanceof ListRef list
                  ? checked(
                      text,
                      plain(list.element()),
                      element(java),
                      constraints.element().orElse(Constraints.NONE),
                      place)
                  : checked(text, plain(type), java, constraints, place);
            });
  }

  /** A number that travels as text has the example of a number. */
  private static TypeRef plain(TypeRef type) {
    return type.present().carrier() instanceof FormattedRef formatted
            && formatted.format() instanceof JsonFormat.Text
        ? formatted.scalar()
        : type;
  }

  private static TypeMirror element(TypeMirror collection) {
    if (collection instanceof ArrayType array) {
      return array.getComponentType();
    }
    return collection instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().get(0)
        : collection;
  }

  private Optional<String> checked(
      String text, TypeRef type, TypeMirror java, Constraints constraints, Origin place) {
    if (!ParameterTypes.isSingle(type)) {
      return findings.refuse(
          TypeRules.EXAMPLE,
          place,
          place
              + " has an example, which only a single value or its list can have, not a "
              + TypeText.of(java)
              + ".",
          "Leave it away, and give examples of the fields inside.");
    }
    if (!ParameterTypes.isExactly(type, java, text)) {
      return findings.refuse(
          TypeRules.EXAMPLE,
          place,
          "The example \"" + text + "\" of " + place + " is no " + TypeText.of(java) + ".",
          "Correct it.");
    }
    Optional<String> breach = ConstraintCheck.breach(text, constraints);
    return breach.isEmpty()
        ? Optional.of(text)
        : findings.refuse(
            TypeRules.EXAMPLE,
            place,
            "The example \"" + text + "\" of " + place + " is refused: " + breach.get() + ".",
            "Correct it, or the constraint.");
  }
}
