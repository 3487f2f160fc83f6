package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import java.util.stream.Stream;

/** What not every caller receives can be absent. */
final class GuardedPropertyRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotGuardedProperty");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.types().values().stream()
        .filter(ObjectType.class::isInstance)
        .flatMap(type -> ((ObjectType) type).fields().stream())
        .filter(field -> field.access().isGuarded() && !field.type().nullable())
        .map(GuardedPropertyRule::diagnostic);
  }

  private static Diagnostic diagnostic(Field field) {
    return RULE.at(
        field.origin(),
        "Not every caller receives "
            + field.origin()
            + ", but its type says that it is always there.",
        "Make it nullable: by @Nullable, with a boxed type in place of a primitive one.");
  }
}
