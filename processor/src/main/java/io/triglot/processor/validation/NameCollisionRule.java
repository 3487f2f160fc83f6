package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Words;
import io.triglot.processor.validation.Duplicates.Pair;
import io.triglot.processor.validation.NamedThing.Scope;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that differ in Java fall together where a protocol writes them in another case: {@code
 * userID} and {@code userId} are both {@code user_id} in protobuf.
 */
final class NameCollisionRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotNameCollision");

  /** Those for which equal names have a rule of its own, which says more. */
  private static final Set<Scope.Kind> ELSEWHERE =
      EnumSet.of(Scope.Kind.SERVICES, Scope.Kind.OPERATIONS, Scope.Kind.TYPES);

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return NamedThing.scopes(model)
        .flatMap(
            scope ->
                Duplicates.of(scope.things().stream(), thing -> Words.snake(thing.name()))
                    .filter(pair -> !(isSameName(pair) && ELSEWHERE.contains(scope.kind()))))
        .map(NameCollisionRule::diagnostic);
  }

  private static Diagnostic diagnostic(Pair<NamedThing> pair) {
    String both = pair.first().origin() + " and " + pair.repeated().origin() + " are both ";
    return RULE.at(
        pair.repeated().origin(),
        isSameName(pair)
            ? both + "named " + pair.first().name() + "."
            : both + Words.snake(pair.first().name()) + " where words are joined by underscores.",
        "Rename one of them, in Java or by the name in its annotation.");
  }

  private static boolean isSameName(Pair<NamedThing> pair) {
    return pair.first().name().equals(pair.repeated().name());
  }
}
