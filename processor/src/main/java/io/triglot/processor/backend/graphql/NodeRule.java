package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A node has a key that is always there, and nothing else is called as what nodes have is. */
final class NodeRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotNode");

  /** Whether a type has a global id. */
  static boolean isNode(SchemaDefinition definition) {
    return definition instanceof ObjectDefinition object && object.type().node();
  }

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    List<Diagnostic> found = new ArrayList<>();
    reached.stream()
        .filter(NodeRule::isNode)
        .map(definition -> ((ObjectDefinition) definition).node())
        .forEach(node -> check(tree, node, found));
    if (tree.services().stream()
        .flatMap(service -> service.entities().stream())
        .anyMatch(tree::findsNodes)) {
      tree.services().stream()
          .flatMap(service -> service.operations().stream())
          .filter(NodeRule::isTaken)
          .map(NodeRule::taken)
          .forEach(found::add);
    }
    return found.stream();
  }

  private static void check(SchemaTree tree, ObjectNode node, List<Diagnostic> found) {
    String type = node.type().name();
    Origin origin = node.type().origin();
    if (tree.federated()) {
      found.add(
          RULE.at(
              origin,
              type
                  + " is a node, but the module is a subgraph: its router asks any of the subgraphs"
                  + " for a node, and only one knows it.",
              "Leave node = true away; the router finds objects by their keys."));
    }
    if (node.globalId().isEmpty()) {
      found.add(
          RULE.at(
              origin,
              type + " is a node, but has no key of which its id could be made.",
              "Name the fields that identify it: @ApiType(keys = ..., node = true)."));
    }
    node.globalId().stream()
        .flatMap(key -> key.fields().stream())
        .flatMap(name -> node.fields().stream().filter(field -> field.name().equals(name)))
        .filter(field -> !field.type().required())
        .map(
            field ->
                RULE.at(
                    field.origin(),
                    "%s is a part of the id of the node %s, but is not always there."
                        .formatted(field.origin(), type),
                    "Choose a key of fields that are never null."))
        .forEach(found::add);
    Stream<FieldNode<?>> batched =
        tree.services().stream()
            .map(ServiceNode::batches)
            .flatMap(List::stream)
            .filter(batch -> batch.parent().java().equals(node.type().javaName()))
            .map(BatchNode::field);
    Stream.concat(node.fields().stream(), batched)
        .filter(field -> field.name().equals(Nodes.ID))
        .map(field -> ownId(field, type))
        .forEach(found::add);
  }

  private static Diagnostic ownId(FieldNode<?> field, String type) {
    return RULE.at(
        field.origin(),
        "%s is called id on GraphQL, which is the id that %s has as a node."
            .formatted(field.origin(), type),
        "Call it otherwise there: @ApiName(graphql = \"%sId\").".formatted(Words.lowerCamel(type)));
  }

  private static boolean isTaken(FieldNode<Operation> field) {
    return field.source().kind() == OperationKind.QUERY && Nodes.FIELDS.contains(field.name());
  }

  private static Diagnostic taken(FieldNode<Operation> field) {
    return RULE.at(
        field.origin(),
        "%s is called %s on GraphQL, which is the field that finds nodes."
            .formatted(field.origin(), field.name()),
        "Give it another name with @ApiOperation(name = ...).");
  }
}
