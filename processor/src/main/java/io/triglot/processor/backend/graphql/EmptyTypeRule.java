package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.EnumDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Object types and input types have at least one field, enum types at least one value. */
final class EmptyTypeRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlEmptyType");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    return reached.stream()
        .filter(EmptyTypeRule::isEmpty)
        .map(
            definition ->
                RULE.at(
                    definition.origin(),
                    "%s has nothing in it, which GraphQL does not allow: %s."
                        .formatted(definition.name(), definition.description()),
                    definition instanceof EnumDefinition
                        ? "Add a constant."
                        : "Add a field, or take the operations that lead to it off GraphQL with"
                            + " @ApiOperation(protocols = ...)."));
  }

  private static boolean isEmpty(SchemaDefinition definition) {
    if (definition instanceof ObjectDefinition object) {
      return object.node().fields().isEmpty();
    }
    if (definition instanceof InputDefinition input) {
      return input.input().fields().isEmpty();
    }
    return definition instanceof EnumDefinition enumeration
        && enumeration.type().constants().isEmpty();
  }
}
