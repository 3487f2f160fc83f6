package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.Versions;
import java.util.List;
import java.util.stream.Stream;

/** A version is one property whose text tells it, and a call expects one. */
final class VersionRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotVersion");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> types =
        model.types().values().stream()
            .filter(ObjectType.class::isInstance)
            .flatMap(type -> check((ObjectType) type));
    Stream<Diagnostic> operations =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(VersionRule::check);
    return Stream.concat(types, operations);
  }

  private static Stream<Diagnostic> check(ObjectType type) {
    List<Field> versions = type.fields().stream().filter(Field::version).toList();
    Stream<Diagnostic> several =
        versions.stream()
            .skip(1)
            .map(
                field ->
                    RULE.at(
                        field.origin(),
                        field.origin()
                            + " is a second version beside "
                            + versions.get(0).origin()
                            + ".",
                        "Leave version = true away on one of them."));
    Stream<Diagnostic> untold =
        versions.stream()
            .filter(field -> !isTold(field.type()) || field.access().isGuarded())
            .map(
                field ->
                    RULE.at(
                        field.origin(),
                        field.origin()
                            + " cannot be the version: its text does not tell it to everybody.",
                        "Use a whole number, a String, a UUID or an Instant that all callers see."));
    return Stream.concat(several, untold);
  }

  /** Whether the text of a value is the same wherever it is told. */
  private static boolean isTold(TypeRef type) {
    return type.present() instanceof ScalarRef scalar
        && switch (scalar.scalar()) {
          case BYTE, SHORT, INT, LONG, BIG_INTEGER, STRING, UUID, INSTANT -> true;
          default -> false;
        };
  }

  private static Stream<Diagnostic> check(Operation operation) {
    return operation.arguments().stream()
        .filter(each -> Versions.isExpected(each.type()))
        .skip(1)
        .map(VersionRule::second);
  }

  private static Diagnostic second(Parameter parameter) {
    return RULE.at(
        parameter.origin(),
        parameter.origin() + " is a second expected version of one call.",
        "Take one.");
  }
}
