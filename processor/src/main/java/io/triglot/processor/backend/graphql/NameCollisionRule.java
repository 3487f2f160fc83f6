package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.OneOfDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ScalarDefinition;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A name stands for one type: types, input types and GraphQL's own share one space of names. */
final class NameCollisionRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlNameCollision");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Map<String, SchemaDefinition> first = new HashMap<>();
    List<Diagnostic> breaches = new ArrayList<>();
    for (SchemaDefinition definition : reached) {
      String name = definition.name();
      SchemaDefinition other = first.putIfAbsent(name, definition);
      if (tree.roots().names().contains(name)) {
        breaches.add(breach(definition, "a root type of the schema"));
      } else if (GraphQlScalar.builtIn(name).isPresent()) {
        breaches.add(breach(definition, "a scalar of GraphQL's own"));
      } else if (name.equals(Nodes.NAME) && reached.stream().anyMatch(NodeRule::isNode)) {
        breaches.add(breach(definition, "the interface of nodes"));
      } else if (other != null) {
        breaches.add(breach(definition, other.description(), remedy(List.of(definition, other))));
      }
    }
    return breaches.stream();
  }

  private static Diagnostic breach(SchemaDefinition definition, String other) {
    return breach(definition, other, remedy(List.of(definition)));
  }

  private static Diagnostic breach(SchemaDefinition definition, String other, String remedy) {
    return RULE.at(
        definition.origin(),
        "The GraphQL name %s stands for both %s and %s."
            .formatted(definition.name(), other, definition.description()),
        remedy);
  }

  /** The name of an input type is the least that one can change. */
  private static String remedy(List<SchemaDefinition> alike) {
    if (alike.get(0) instanceof ScalarDefinition) {
      return "Bind one of the Java types to another name with -Atriglot."
          + ScalarBindings.OPTION
          + ".";
    }
    return alike.stream()
        .filter(NameCollisionRule::isInput)
        .flatMap(definition -> definition.java().stream())
        .findFirst()
        .map(
            type ->
                "Give the input type of %s another name with @ApiName(graphqlInput = ...)."
                    .formatted(type))
        .orElse("Give one of them another name with @ApiType(name = ...).");
  }

  private static boolean isInput(SchemaDefinition definition) {
    return definition instanceof InputDefinition || definition instanceof OneOfDefinition;
  }
}
