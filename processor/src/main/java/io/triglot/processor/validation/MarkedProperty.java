package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one property of a type that is marked by an annotation, and whose text tells something.
 *
 * @param marked whether a property is
 * @param what what a marked property is
 * @param attribute what marks it
 */
record MarkedProperty(Rule rule, Predicate<Field> marked, String what, String attribute) {

  /**
   * Those that are marked beside another one, or do not fit.
   *
   * @param problem what is wrong with one that does not fit
   * @param remedy what to do about it
   */
  Stream<Diagnostic> check(ApiModel model, Predicate<Field> fits, String problem, String remedy) {
    return model.types().values().stream()
        .flatMap(type -> type instanceof ObjectType object ? Stream.of(object) : Stream.of())
        .map(type -> type.fields().stream().filter(marked).toList())
        .flatMap(
            fields ->
                Stream.concat(
                    second(fields),
                    fields.stream()
                        .filter(field -> !fits.test(field))
                        .map(field -> rule.at(field.origin(), field.origin() + problem, remedy))));
  }

  private Stream<Diagnostic> second(List<Field> fields) {
    return fields.stream()
        .skip(1)
        .map(
            field ->
                rule.at(
                    field.origin(),
                    "%s is a second %s beside %s."
                        .formatted(field.origin(), what, fields.get(0).origin()),
                    "Leave " + attribute + " = true away on one of them."));
  }

  /** Whether the text of a value is the same wherever it is told. */
  static boolean isTold(TypeRef type) {
    return type.present() instanceof ScalarRef scalar
        && switch (scalar.scalar()) {
          case BYTE, SHORT, INT, LONG, BIG_INTEGER, STRING, UUID, INSTANT -> true;
          default -> false;
        };
  }
}
