package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.CallHints;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Service;
import java.util.stream.Stream;

/** Costs and ages are not negative, and only answers of queries are kept. */
final class CallHintRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotCallHint");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.services().stream().flatMap(CallHintRule::check);
  }

  private static Stream<Diagnostic> check(Service service) {
    return Stream.concat(
        service.operations().stream().flatMap(CallHintRule::check),
        service.batchFields().stream()
            .filter(field -> field.traits().hints().cost() < 0)
            .map(CallHintRule::negative));
  }

  private static Stream<Diagnostic> check(Operation operation) {
    CallHints hints = operation.traits().hints();
    if (hints.cost() < 0 || hints.maxAgeSeconds() < 0) {
      return Stream.of(
          RULE.at(
              operation.origin(),
              "The cost or the maxAgeSeconds of " + operation.origin() + " is negative.",
              "Write a positive number, or nothing."));
    }
    boolean said = hints.isCached() || hints.isPublic() || hints.tagged();
    if (said && operation.kind() != OperationKind.QUERY) {
      return Stream.of(
          RULE.at(
              operation.origin(),
              "Answers of " + operation.origin() + " cannot be cached: it is no query.",
              "Remove maxAgeSeconds, publicCache and etag."));
    }
    return hints.isPublic() && !hints.isCached()
        ? Stream.of(
            RULE.at(
                operation.origin(),
                operation.origin() + " has publicCache, but no maxAgeSeconds.",
                "Say for how many seconds its answer may be kept."))
        : Stream.empty();
  }

  private static Diagnostic negative(BatchField field) {
    return RULE.at(
        field.origin(),
        "The cost of " + field.origin() + " is negative.",
        "Write a positive number, or nothing.");
  }
}
