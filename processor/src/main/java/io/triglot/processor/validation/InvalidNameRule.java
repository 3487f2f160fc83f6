package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names are what all protocols allow: ASCII letters, digits and underscores, beginning with a
 * letter. Java allows more.
 */
final class InvalidNameRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotInvalidName");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return NamedThing.scopes(model)
        .flatMap(scope -> scope.things().stream())
        .filter(thing -> !NAME.matcher(thing.name()).matches())
        .map(
            thing ->
                RULE.at(
                    thing.origin(),
                    "The name \""
                        + thing.name()
                        + "\" of "
                        + thing.origin()
                        + " cannot be said on all protocols.",
                    "Give it another name of letters, digits and underscores that begins with a"
                        + " letter."));
  }
}
