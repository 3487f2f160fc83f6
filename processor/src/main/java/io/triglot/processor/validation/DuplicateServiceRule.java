package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Service;
import java.util.stream.Stream;

/** Two services cannot have the same name in the contracts. */
final class DuplicateServiceRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotDuplicateService");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return Duplicates.of(model.services().stream(), Service::name)
        .map(
            pair ->
                RULE.at(
                    pair.repeated().origin(),
                    pair.first().javaName()
                        + " and "
                        + pair.repeated().javaName()
                        + " are both services named "
                        + pair.repeated().name()
                        + ".",
                    "Rename one of them with @ApiService(name = \"…\")."));
  }
}
