package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A root type has one field of a name, whichever services add to it. */
final class DuplicateFieldRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlDuplicateField");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Map<String, Origin> first = new HashMap<>();
    List<Diagnostic> breaches = new ArrayList<>();
    for (ServiceNode service : tree.services()) {
      for (FieldNode<Operation> field : service.operations()) {
        String coordinates = tree.roots().name(field.source().kind()) + "." + field.name();
        Origin other = first.putIfAbsent(coordinates, field.origin());
        if (other != null) {
          breaches.add(breach(coordinates, other, field.origin()));
        }
      }
    }
    return breaches.stream();
  }

  private static Diagnostic breach(String coordinates, Origin other, Origin repeated) {
    return RULE.at(
        repeated,
        "The GraphQL field %s is declared by both %s and %s."
            .formatted(coordinates, other.name(), repeated.name()),
        "Give one of them another name with @ApiOperation(name = ...).");
  }
}
