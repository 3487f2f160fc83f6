package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.EntryDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.EnumDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.OneOfDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ScalarDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.UnionDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.backend.graphql.TypeUse.EnumUse;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.backend.graphql.TypeUse.ListUse;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.backend.graphql.TypeUse.UnionUse;
import io.triglot.processor.model.Origin;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the definitions that services' fields lead to, however long the chain. */
final class SchemaReach {
  private final SchemaTree tree;
  private final Map<Object, SchemaDefinition> definitions = new LinkedHashMap<>();
  private final Deque<TypeUse> open = new ArrayDeque<>();

  private SchemaReach(SchemaTree tree) {
    this.tree = tree;
  }

  /** The definitions, each once, in the order in which the fields lead to them. */
  static List<SchemaDefinition> of(SchemaTree tree, Collection<ServiceNode> services) {
    SchemaReach reach = new SchemaReach(tree);
    services.forEach(reach::follow);
    return List.copyOf(reach.definitions.values());
  }

  private void follow(ServiceNode service) {
    service.operations().forEach(this::add);
    service.batches().stream().map(BatchNode::parent).forEach(open::add);
    service.batches().stream().map(BatchNode::field).forEach(this::add);
    service.entities().stream().map(EntityNode::type).forEach(open::add);
    while (!open.isEmpty()) {
      visit(open.removeFirst(), service.service().origin());
    }
  }

  private void add(FieldNode<?> field) {
    open.add(field.type());
    field.arguments().forEach(argument -> open.add(argument.type()));
  }

  private void visit(TypeUse use, Origin origin) {
    if (use instanceof ListUse list) {
      open.add(list.element());
    } else if (use instanceof ScalarUse scalar && !scalar.scalar().isBuiltIn()) {
      define(
          List.of(scalar.nullableSdl(), scalar.scalar()),
          new ScalarDefinition(
              scalar.nullableSdl(),
              scalar.scalar(),
              scalar.specification().orElse(scalar.scalar().specification()),
              origin));
    } else if (use instanceof EnumUse enumeration) {
      define(enumeration.java(), new EnumDefinition(tree.enumeration(enumeration.java())));
    } else if (use instanceof EntryUse entry
        && define(entry.asRequired(), new EntryDefinition(entry, origin))) {
      open.add(entry.key());
      open.add(entry.value());
    } else if (use instanceof ObjectUse object) {
      ObjectNode node = tree.object(object.java());
      if (define(List.of("object", object.java()), new ObjectDefinition(node))) {
        node.fields().forEach(this::add);
      }
    } else if (use instanceof UnionUse union) {
      UnionNode node = tree.union(union.java());
      if (define(List.of("union", union.java()), new UnionDefinition(node))) {
        node.members().forEach(member -> open.add(member.type()));
        node.fields().forEach(this::add);
      }
    } else if (use instanceof InputUse input && tree.unions().containsKey(input.java())) {
      UnionNode node = tree.union(input.java());
      node.input()
          .filter(name -> define(List.of("input", input.java()), new OneOfDefinition(node, name)))
          .ifPresent(type -> node.members().forEach(member -> open.add(member.input())));
    } else if (use instanceof InputUse input) {
      ObjectNode node = tree.object(input.java());
      node.input()
          .filter(type -> define(List.of("input", input.java()), new InputDefinition(node, type)))
          .ifPresent(type -> type.fields().forEach(this::add));
    }
  }

  private boolean define(Object identity, SchemaDefinition definition) {
    return definitions.putIfAbsent(identity, definition) == null;
  }
}
