package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import java.util.stream.Stream;

/** An instance of what clients send can be made. */
final class ConstructorRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotMissingConstructor");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return Inputs.of(model)
        .filter(type -> type.creation().isEmpty())
        .map(
            type ->
                RULE.at(
                    type.origin(),
                    "Clients send " + type.origin() + ", but nothing can make one.",
                    "Give it a public constructor that takes its properties by their names, or one"
                        + " without parameters and setters."));
  }
}
