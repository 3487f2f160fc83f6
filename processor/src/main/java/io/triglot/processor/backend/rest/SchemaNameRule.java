package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Types do not take the names of the schemas that describe errors, nor errors those of others. */
final class SchemaNameRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotSchemaName");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    Map<String, String> owners = new TreeMap<>();
    owners.put(ProblemSchemas.PROBLEM, "the schema of all errors");
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (ErrorType error : ProblemSchemas.declared(tree)) {
      String owner = owners.putIfAbsent(ProblemSchemas.name(error), error.origin().name());
      if (owner != null) {
        diagnostics.add(
            RULE.at(
                error.origin(),
                "The schema of %s has the name %s, which is that of %s."
                    .formatted(error.origin(), ProblemSchemas.name(error), owner),
                "Rename the exception."));
      }
    }
    for (TypeDefinition type : tree.model().types().values()) {
      String name = SchemaEmitter.name(type);
      String owner = owners.putIfAbsent(name, type.origin().name());
      if (owner != null) {
        diagnostics.add(
            RULE.at(
                type.origin(),
                "%s has the name %s, which is that of %s.".formatted(type.origin(), name, owner),
                "Give it another one: @ApiType(name = \"…\")."));
      }
    }
    return Stream.concat(diagnostics.stream(), members(tree, owners));
  }

  /** The schemas that unions have beside their own. */
  private static Stream<Diagnostic> members(RestTree tree, Map<String, String> owners) {
    return tree.model().types().values().stream()
        .filter(UnionType.class::isInstance)
        .map(UnionType.class::cast)
        .flatMap(
            union ->
                union.members().stream()
                    .filter(member -> !UnionSchemas.isDescribed(tree.model(), union, member))
                    .map(member -> UnionSchemas.name(tree.model(), union, member))
                    .filter(owners::containsKey)
                    .map(
                        name ->
                            RULE.at(
                                union.origin(),
                                "The schema of a member of %s has the name %s, which is that of %s."
                                    .formatted(union.origin(), name, owners.get(name)),
                                "Give one of them another one: @ApiType(name = \"…\").")));
  }
}
