package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Protocol;
import java.util.stream.Stream;

/** Only work is accepted: what changes something, and is answered on REST by a value or nothing. */
final class AcceptedRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotAccepted");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.services().stream()
        .flatMap(service -> service.operations().stream())
        .filter(operation -> operation.traits().hints().accepted())
        .flatMap(AcceptedRule::check);
  }

  private static Stream<Diagnostic> check(Operation operation) {
    if (operation.kind() != OperationKind.MUTATION || operation.traits().download()) {
      return Stream.of(
          RULE.at(
              operation.origin(),
              operation.origin() + " is answered with what it gives, and accepts no work.",
              "Remove accepted."));
    }
    return operation.protocols().contains(Protocol.REST)
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                operation.origin(),
                operation.origin() + " is accepted, which is told on REST only.",
                "Remove accepted, or offer it on REST."));
  }
}
