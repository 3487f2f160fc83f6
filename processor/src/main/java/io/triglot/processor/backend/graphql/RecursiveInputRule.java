package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An input type that leads back to itself does so through a field that may be null, or through a
 * list, or through a union, of which there may be another member; otherwise no value of it could
 * ever be written (GraphQL specification, section 3.10).
 */
final class RecursiveInputRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlRecursiveInput");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    return reached.stream()
        .filter(InputDefinition.class::isInstance)
        .map(InputDefinition.class::cast)
        .flatMap(
            definition ->
                links(definition.input())
                    .filter(
                        link -> leadsTo(tree, target(link), definition.node().type().javaName()))
                    .map(link -> breach(definition, link)));
  }

  private static Diagnostic breach(InputDefinition definition, FieldNode<Field> link) {
    return RULE.at(
        link.origin(),
        "The input type %s leads back to itself through %s, which is never null, so that no value"
                .formatted(definition.name(), link.origin().name())
            + " of it can be written.",
        "Make the type of " + link.origin().name() + " @Nullable.");
  }

  private static boolean leadsTo(SchemaTree tree, JavaName start, JavaName end) {
    Set<JavaName> seen = new HashSet<>();
    Deque<JavaName> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      JavaName type = open.removeFirst();
      if (seen.add(type)) {
        Optional.ofNullable(tree.objects().get(type)).stream()
            .flatMap(object -> object.input().stream())
            .flatMap(RecursiveInputRule::links)
            .map(RecursiveInputRule::target)
            .forEach(open::add);
      }
    }
    return seen.contains(end);
  }

  /** The fields that hold exactly one value of an input type. */
  private static Stream<FieldNode<Field>> links(InputNode input) {
    return input.fields().stream()
        .filter(field -> field.type().required() && field.type() instanceof InputUse);
  }

  private static JavaName target(FieldNode<Field> link) {
    return ((InputUse) link.type()).java();
  }
}
