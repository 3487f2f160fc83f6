package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Versions;
import java.util.stream.Stream;

/** A version is one property whose text tells it, and a call expects one. */
final class VersionRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotVersion");

  private static final MarkedProperty VERSION =
      new MarkedProperty(RULE, Field::version, "version", "version");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> types =
        VERSION.check(
            model,
            field -> MarkedProperty.isTold(field.type()) && !field.access().isGuarded(),
            " cannot be the version: its text does not tell it to everybody.",
            "Use a whole number, a String, a UUID or an Instant that all callers see.");
    Stream<Diagnostic> operations =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(VersionRule::check);
    return Stream.concat(types, operations);
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
