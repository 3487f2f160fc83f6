package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.JavaName;
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
  private static final String OF_OPERATION = "@ApiOperation(name = ...)";
  private static final String OF_FIELD = "@ApiName(graphql = ...)";

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Fields fields = new Fields(new HashMap<>(), new ArrayList<>());
    for (SchemaDefinition definition : reached) {
      String name = definition.name();
      if (definition instanceof ObjectDefinition object) {
        JavaName java = object.type().javaName();
        object.node().fields().forEach(each -> fields.add(java, name, each, OF_FIELD));
      } else if (definition instanceof InputDefinition input) {
        input.input().fields().forEach(each -> fields.add(definition, name, each, OF_FIELD));
      }
    }
    for (ServiceNode service : tree.services()) {
      for (FieldNode<Operation> field : service.operations()) {
        String root = tree.roots().name(field.source().kind());
        fields.add(root, root, field, OF_OPERATION);
      }
      for (BatchNode batch : service.batches()) {
        String name = batch.parent().nullableSdl();
        fields.add(batch.parent().java(), name, batch.field(), OF_FIELD);
      }
    }
    return fields.breaches().stream();
  }

  /**
   * The fields of a schema.
   *
   * @param first where each is declared, by what has it; types have a rule for equal names
   */
  private record Fields(Map<Object, Map<String, Origin>> first, List<Diagnostic> breaches) {
    void add(Object owner, String type, FieldNode<?> field, String remedy) {
      Origin other =
          first
              .computeIfAbsent(owner, any -> new HashMap<>())
              .putIfAbsent(field.name(), field.origin());
      if (other != null) {
        breaches.add(
            RULE.at(
                field.origin(),
                "The GraphQL field %s.%s is declared by both %s and %s."
                    .formatted(type, field.name(), other.name(), field.origin().name()),
                "Give one of them another name with " + remedy + "."));
      }
    }
  }
}
