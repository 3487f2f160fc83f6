package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.FieldNode.ArgumentNode;
import io.triglot.processor.backend.graphql.SchemaDefinition.EntryDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.EnumDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.OneOfDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ScalarDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.UnionDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.MemberNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.SdlPieces.Group;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a service's part of the SDL: its fields, and the definitions that they lead to. */
final class SdlEmitter {
  private static final int WIDTH = 100;

  private final SdlPieces pieces = new SdlPieces();

  /** The names of the interfaces of each object type. */
  private final Map<JavaName, SortedSet<String>> interfaces = new HashMap<>();

  private final RootTypes roots;
  private final boolean federated;
  private final List<EntityNode> entities;

  private SdlEmitter(SchemaTree tree, ServiceNode service) {
    roots = tree.roots();
    federated = tree.federated();
    entities = service.entities();
  }

  /** The fragment of a service. */
  static String fragment(SchemaTree tree, ServiceNode service) {
    SdlEmitter emitter = new SdlEmitter(tree, service);
    if (tree.federated()) {
      emitter.pieces.link(Federation.LINK);
    }
    if (tree.roots().areRenamed()) {
      emitter.pieces.root(OperationKind.QUERY, tree.roots().query());
    }
    service.operations().forEach(emitter::operation);
    service.batches().forEach(emitter::batch);
    if (service.entities().stream().anyMatch(tree::findsNodes)) {
      emitter.nodes();
    }
    List<SchemaDefinition> reached = SchemaReach.of(tree, List.of(service));
    reached.forEach(emitter::addInterface);
    reached.forEach(emitter::definition);
    return emitter.pieces.fragment();
  }

  private void operation(FieldNode<Operation> field) {
    String type = roots.name(field.source().kind());
    if (roots.areRenamed()) {
      pieces.root(field.source().kind(), type);
    }
    Group group = Group.valueOf(field.source().kind().name());
    pieces.open(group, type, "type " + type + " {\n");
    pieces.member(group, type, field.name(), field(field));
  }

  private void nodes() {
    if (roots.areRenamed()) {
      pieces.root(OperationKind.QUERY, roots.query());
    }
    Nodes.addFields(pieces, roots.query());
  }

  private void batch(BatchNode batch) {
    // Behind the type's own fields, which are numbered in their order.
    pieces.member(
        Group.TYPE,
        batch.parent().nullableSdl(),
        "~ " + batch.field().name(),
        field(batch.field()));
  }

  private void addInterface(SchemaDefinition definition) {
    if (definition instanceof UnionDefinition union && union.node().isInterface()) {
      union
          .node()
          .members()
          .forEach(
              member ->
                  interfaces
                      .computeIfAbsent(member.type().java(), any -> new TreeSet<>())
                      .add(union.name()));
    }
    if (definition instanceof ObjectDefinition object && object.node().globalId().isPresent()) {
      Nodes.addInterface(pieces);
      interfaces.computeIfAbsent(object.type().javaName(), any -> new TreeSet<>()).add(Nodes.NAME);
    }
  }

  private void definition(SchemaDefinition definition) {
    if (definition instanceof ObjectDefinition object) {
      ObjectType type = object.node().type();
      SortedSet<String> implemented =
          interfaces.getOrDefault(type.javaName(), Collections.emptySortedSet());
      fields(
          "type",
          object.name(),
          SdlPieces.implementing(implemented)
              + (federated ? Federation.directives(type, entities) : ""),
          SdlText.typeDoc(type),
          object.node().fields());
      object.node().globalId().ifPresent(key -> Nodes.addId(pieces, object.name()));
    } else if (definition instanceof UnionDefinition union && union.node().isInterface()) {
      UnionNode node = union.node();
      fields("interface", union.name(), "", SdlText.typeDoc(node.type()), node.fields());
    } else if (definition instanceof UnionDefinition union) {
      union(union);
    } else if (definition instanceof OneOfDefinition input) {
      oneOf(input);
    } else if (definition instanceof InputDefinition input) {
      fields(
          "input", input.name(), "", SdlText.typeDoc(input.node().type()), input.input().fields());
    } else if (definition instanceof EnumDefinition enumeration) {
      enumeration(enumeration.type());
    } else if (definition instanceof ScalarDefinition scalar) {
      scalar(scalar);
    } else if (definition instanceof EntryDefinition entry) {
      entry(entry);
    }
  }

  private void union(UnionDefinition union) {
    String members =
        union.node().members().stream()
            .map(member -> member.type().nullableSdl())
            .collect(Collectors.joining(" | "));
    String start = "union " + union.name() + " =";
    pieces.define(
        Group.TYPE,
        union.name(),
        SdlText.block(SdlText.description(SdlText.typeDoc(union.node().type())), "")
            + (start.length() + members.length() < WIDTH
                ? start + " " + members
                : start + "\n  | " + members.replace(" | ", "\n  | "))
            + "\n");
  }

  private void oneOf(OneOfDefinition input) {
    String name = input.name();
    List<MemberNode> members = input.node().members();
    pieces.open(
        Group.TYPE,
        name,
        SdlText.block(SdlText.description(SdlText.typeDoc(input.node().type())), "")
            + "input "
            + name
            + " @oneOf {\n");
    for (int i = 0; i < members.size(); i++) {
      MemberNode member = members.get(i);
      pieces.member(
          Group.TYPE,
          name,
          "%04d".formatted(i),
          "  " + member.name() + ": " + member.input().sdl() + "\n");
    }
  }

  private void fields(
      String keyword, String name, String directed, Doc doc, List<? extends FieldNode<?>> fields) {
    pieces.open(
        Group.TYPE,
        name,
        SdlText.block(SdlText.description(doc), "") + keyword + " " + name + directed + " {\n");
    for (int i = 0; i < fields.size(); i++) {
      pieces.member(Group.TYPE, name, "%04d".formatted(i), field(fields.get(i)));
    }
  }

  private void enumeration(EnumType type) {
    String name = SchemaNames.of(type);
    pieces.open(
        Group.TYPE,
        name,
        SdlText.block(SdlText.description(SdlText.typeDoc(type)), "") + "enum " + name + " {\n");
    for (int i = 0; i < type.constants().size(); i++) {
      EnumType.Constant constant = type.constants().get(i);
      pieces.member(
          Group.TYPE,
          name,
          "%04d".formatted(i),
          SdlText.block(SdlText.description(constant.doc()), "  ")
              + "  "
              + ExactNames.graphql(constant.exact(), constant.name())
              + SdlText.deprecated(constant.deprecation())
              + "\n");
    }
  }

  private void scalar(ScalarDefinition definition) {
    GraphQlScalar scalar = definition.scalar();
    pieces.define(
        Group.TYPE,
        definition.name(),
        SdlText.block(scalar.description(), "")
            + "scalar "
            + definition.name()
            + (definition.specification().isEmpty()
                ? ""
                : " @specifiedBy(url: " + SdlText.quoted(definition.specification()) + ")")
            + "\n");
  }

  private void entry(EntryDefinition definition) {
    String keyword = definition.use().input() ? "input" : "type";
    String name = definition.name();
    String shared = federated && !definition.use().input() ? Federation.SHAREABLE : "";
    pieces.open(Group.TYPE, name, keyword + " " + name + shared + " {\n");
    pieces.member(Group.TYPE, name, "0000", "  key: " + definition.use().key().sdl() + "\n");
    pieces.member(Group.TYPE, name, "0001", "  value: " + definition.use().value().sdl() + "\n");
  }

  private String field(FieldNode<?> field) {
    String start = "  " + field.name();
    String end =
        ": "
            + field.type().sdl()
            + SdlText.otherwise(field.otherwise())
            + SdlText.deprecated(field.deprecation())
            + (federated ? Federation.directives(field) : "")
            + "\n";
    String onOneLine = start + argumentsOnOneLine(field) + end;
    boolean fits =
        onOneLine.length() <= WIDTH
            && field.arguments().stream().allMatch(argument -> argument.doc().isEmpty());
    return SdlText.block(SdlText.description(field.doc()), "  ")
        + (fits || field.arguments().isEmpty() ? onOneLine : start + argumentsOnLines(field) + end);
  }

  private static String argumentsOnOneLine(FieldNode<?> field) {
    return field.arguments().isEmpty()
        ? ""
        : field.arguments().stream()
            .map(SdlEmitter::argument)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String argumentsOnLines(FieldNode<?> field) {
    return field.arguments().stream()
        .map(
            argument ->
                SdlText.block(SdlText.description(argument.doc()), "    ")
                    + "    "
                    + argument(argument)
                    + "\n")
        .collect(Collectors.joining("", "(\n", "  )"));
  }

  private static String argument(ArgumentNode argument) {
    return argument.name()
        + ": "
        + argument.type().sdl()
        + SdlText.otherwise(argument.otherwise())
        + SdlText.deprecated(argument.deprecation());
  }
}
