package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
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

/** A type has one field of a name, whichever services add to it. */
final class DuplicateFieldRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotGraphQlDuplicateField");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Map<String, Origin> first = new HashMap<>();
    List<Diagnostic> breaches = new ArrayList<>();
    for (ServiceNode service : tree.services()) {
      for (FieldNode<Operation> field : service.operations()) {
        String coordinates = RootTypes.name(field.source().kind()) + "." + field.name();
        add(coordinates, field, "@ApiOperation", first, breaches);
      }
      for (BatchNode batch : service.batches()) {
        tree.object(batch.parent().java()).fields().stream()
            .filter(own -> own.name().equals(batch.field().name()))
            .forEach(own -> first.putIfAbsent(coordinates(batch), own.origin()));
        add(coordinates(batch), batch.field(), "@ApiBatch", first, breaches);
      }
    }
    return breaches.stream();
  }

  private static String coordinates(BatchNode batch) {
    return batch.parent().nullableSdl() + "." + batch.field().name();
  }

  private static void add(
      String coordinates,
      FieldNode<?> field,
      String annotation,
      Map<String, Origin> first,
      List<Diagnostic> breaches) {
    Origin other = first.putIfAbsent(coordinates, field.origin());
    if (other != null) {
      breaches.add(
          RULE.at(
              field.origin(),
              "The GraphQL field %s is declared by both %s and %s."
                  .formatted(coordinates, other.name(), field.origin().name()),
              "Give one of them another name with " + annotation + "(name = ...)."));
    }
  }
}
