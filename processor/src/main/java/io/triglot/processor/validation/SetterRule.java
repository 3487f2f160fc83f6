package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ObjectType.Construction;
import java.util.stream.Stream;

/** Each property of a bean that clients send can be set: nothing sent is lost. */
final class SetterRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotMissingSetter");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return Inputs.of(model)
        .filter(type -> type.construction() == Construction.BEAN)
        .flatMap(type -> type.fields().stream())
        .filter(field -> field.mutator().isEmpty())
        .map(
            field ->
                RULE.at(
                    field.origin(),
                    "Clients send " + field.origin() + ", but it has no setter.",
                    "Add set"
                        + Capitals.upperFirst(field.javaName())
                        + " with a parameter of the getter's type."));
  }
}
