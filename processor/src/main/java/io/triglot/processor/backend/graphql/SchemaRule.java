package io.triglot.processor.backend.graphql;

import io.triglot.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** Checks one thing about a schema tree. */
@FunctionalInterface
interface SchemaRule {
  /** All of them. */
  List<SchemaRule> ALL =
      List.of(
          new NameCollisionRule(),
          new DuplicateFieldRule(),
          new EmptyTypeRule(),
          new RecursiveInputRule(),
          new EntityKeyRule(),
          new FederationRule(),
          new NodeRule());

  /**
   * The breaches found, in any order.
   *
   * @param reached the definitions that the tree's services lead to, each once
   */
  Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached);
}
