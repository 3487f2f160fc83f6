package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.TypeDefinition;
import java.util.stream.Stream;

/** Two Java types cannot have the same name in the contracts, whatever their packages are. */
final class DuplicateTypeRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotDuplicateType");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return Duplicates.of(model.types().values().stream(), TypeDefinition::name)
        .map(
            pair ->
                RULE.at(
                    pair.repeated().origin(),
                    pair.first().javaName()
                        + " and "
                        + pair.repeated().javaName()
                        + " are both types named "
                        + pair.repeated().name()
                        + ".",
                    "Rename one of them with @ApiType(name = \"…\")."));
  }
}
