package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.backend.graphql.TypeUse.ListUse;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of types and fields as parts of a federated graph can be true. */
final class FederationRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotFederated");

  /** A field, and the type that has it; null at the root. */
  private record Placed(Optional<ObjectNode> owner, FieldNode<?> field, boolean own) {}

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    List<Diagnostic> found = new ArrayList<>();
    for (ServiceNode service : tree.services()) {
      service
          .operations()
          .forEach(field -> check(tree, new Placed(Optional.empty(), field, false), found));
      for (BatchNode batch : service.batches()) {
        ObjectNode owner = tree.object(batch.parent().java());
        check(tree, new Placed(Optional.of(owner), batch.field(), false), found);
      }
      if (!tree.federated()) {
        service.entities().stream()
            .filter(entity -> !tree.findsNodes(entity))
            .forEach(entity -> found.add(unused(entity)));
      }
    }
    for (SchemaDefinition definition : reached) {
      if (definition instanceof ObjectDefinition object) {
        ObjectNode node = object.node();
        node.type().sharing().ifPresent(sharing -> checkType(node, sharing, found));
        node.fields()
            .forEach(field -> check(tree, new Placed(Optional.of(node), field, true), found));
      }
    }
    return found.stream();
  }

  private static Diagnostic unused(EntityNode entity) {
    return RULE.at(
        entity.source().origin(),
        entity.source().origin()
            + " is for the router of a federated graph, but the module is no subgraph, and "
            + entity.type().nullableSdl()
            + " is no node by this key.",
        "Compile it with -Atriglot." + Federation.OPTION + "=true.");
  }

  private static void checkType(ObjectNode node, Sharing sharing, List<Diagnostic> found) {
    if (sharing.external() || !sharing.provides().isEmpty() || !sharing.requires().isEmpty()) {
      found.add(
          RULE.at(
              node.type().origin(),
              "The type " + node.type().name() + " can be shareable, but nothing else.",
              "Say it of its fields."));
    }
  }

  private static void check(SchemaTree tree, Placed placed, List<Diagnostic> found) {
    Optional<Sharing> said = Federation.sharing(placed.field().source());
    if (said.isEmpty()) {
      return;
    }
    Sharing sharing = said.get();
    Origin origin = placed.field().origin();
    if (sharing.external() && !placed.own()) {
      found.add(
          RULE.at(
              origin,
              origin + " is answered here, and so is not external.",
              "Leave external away, or make it a property of the type."));
    }
    if (sharing.external() && sharing.shareable()) {
      found.add(
          RULE.at(
              origin,
              origin + " is external, which is not for others to share.",
              "Leave shareable away."));
    }
    Optional<ObjectNode> given = object(tree, placed.field().type());
    for (String name : sharing.provides()) {
      if (given.filter(type -> isExternal(type, name)).isEmpty()) {
        found.add(named(origin, "provides", name, given));
      }
    }
    for (String name : sharing.requires()) {
      if (placed.owner().filter(type -> isExternal(type, name)).isEmpty()) {
        found.add(named(origin, "requires", name, placed.owner()));
      }
    }
  }

  private static Diagnostic named(
      Origin origin, String directive, String name, Optional<ObjectNode> type) {
    return RULE.at(
        origin,
        "%s %s %s, which is no external field of %s."
            .formatted(
                origin,
                directive,
                name,
                type.map(node -> node.type().name()).orElse("an object type")),
        "Name a property with @ApiFederated(external = true).");
  }

  private static Optional<ObjectNode> object(SchemaTree tree, TypeUse type) {
    if (type instanceof ListUse list) {
      return object(tree, list.element());
    }
    return type instanceof ObjectUse object
        ? Optional.of(tree.object(object.java()))
        : Optional.empty();
  }

  private static boolean isExternal(ObjectNode node, String name) {
    return node.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(FieldNode::source)
        .map(Field::sharing)
        .anyMatch(sharing -> sharing.filter(Sharing::external).isPresent());
  }
}
