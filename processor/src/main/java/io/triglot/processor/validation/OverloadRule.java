package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import java.util.stream.Stream;

/** Overloaded methods need names of their own: a contract has no overloads. */
final class OverloadRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotOverload");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.services().stream()
        .flatMap(service -> Duplicates.of(service.operations().stream(), Operation::name))
        .filter(pair -> areOverloads(pair.first(), pair.repeated()))
        .map(
            pair ->
                RULE.at(
                    pair.repeated().origin(),
                    "There are two operations " + pair.repeated().origin() + ".",
                    "Give one of them a name, as in @ApiOperation(name = \""
                        + suggestion(pair.repeated())
                        + "\")."));
  }

  /** Whether two operations of one name are so because their methods are. */
  static boolean areOverloads(Operation some, Operation other) {
    return some.methodName().equals(other.methodName());
  }

  private static String suggestion(Operation operation) {
    return operation.name()
        + operation.arguments().stream()
            .findFirst()
            .map(argument -> "By" + Capitals.upperFirst(argument.javaName()))
            .orElse("Now");
  }
}
