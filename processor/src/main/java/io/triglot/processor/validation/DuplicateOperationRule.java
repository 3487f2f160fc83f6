package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import java.util.stream.Stream;

/** Two methods of one service cannot have the same name in the contracts. */
final class DuplicateOperationRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotDuplicateOperation");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.services().stream()
        .flatMap(service -> Duplicates.of(service.operations().stream(), Operation::name))
        .filter(pair -> !OverloadRule.areOverloads(pair.first(), pair.repeated()))
        .map(
            pair ->
                RULE.at(
                    pair.repeated().origin(),
                    pair.first().origin()
                        + " and "
                        + pair.repeated().origin()
                        + " are both named "
                        + pair.repeated().name()
                        + ".",
                    "Change the name of one of them."));
  }
}
