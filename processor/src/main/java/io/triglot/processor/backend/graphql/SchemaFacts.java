package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.FieldNode.ArgumentNode;
import io.triglot.processor.backend.graphql.SchemaDefinition.EnumDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.InputDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.OfType;
import io.triglot.processor.backend.graphql.SchemaDefinition.OneOfDefinition;
import io.triglot.processor.backend.graphql.SchemaDefinition.UnionDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.contract.FactSheet;
import io.triglot.processor.contract.HeaderFacts;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Sharing;
import java.util.List;

/**
 * What the schema says that clients rely on. Fields of root types are blocks of their own, since
 * they belong to services; so are batched fields. Scalars and the entries of maps are told by the
 * names of their types.
 */
final class SchemaFacts {
  private static final String FIELD = "field";

  private final FactSheet sheet = new FactSheet(Protocol.GRAPHQL);

  private final boolean federated;

  private SchemaFacts(boolean federated) {
    this.federated = federated;
  }

  /** The facts of a tree. */
  static List<Fact> of(SchemaTree tree) {
    SchemaFacts facts = new SchemaFacts(tree.federated());
    for (ServiceNode service : tree.services()) {
      JavaName owner = service.service().javaName();
      service
          .operations()
          .forEach(field -> facts.addField(tree.roots().name(field.source().kind()), field, owner));
      service
          .batches()
          .forEach(batch -> facts.addField(batch.parent().nullableSdl(), batch.field(), owner));
    }
    SchemaReach.of(tree, tree.services()).forEach(facts::addDefinition);
    tree.services().forEach(service -> facts.addEntities(tree, service));
    return facts.sheet.facts();
  }

  private void addField(String type, FieldNode<?> field, JavaName owner) {
    Fact block = sheet.block(FIELD, type + "." + field.name(), owner, field.origin());
    sheet.add(block, "@type", field.type().sdl() + shared(field));
    if (field.source() instanceof Operation operation) {
      HeaderFacts.add(sheet, block, "", operation);
    }
    field
        .arguments()
        .forEach(
            argument ->
                sheet.add(
                    block,
                    "argument " + argument.name(),
                    argument.type().sdl() + SdlText.otherwise(argument.otherwise()),
                    argument.source().origin()));
  }

  private void addDefinition(SchemaDefinition definition) {
    if (definition instanceof ObjectDefinition object) {
      Fact block = block("object", object);
      if (federated) {
        ObjectType type = object.node().type();
        type.keys().forEach(key -> sheet.add(block, "@key " + key.text(), ""));
        type.sharing()
            .filter(Sharing::shareable)
            .ifPresent(sharing -> sheet.add(block, "@shareable", ""));
      }
      object.node().globalId().ifPresent(key -> sheet.add(block, Nodes.ID, "ID! of " + key.text()));
      addFields(block, object.node().fields());
    } else if (definition instanceof InputDefinition input) {
      addFields(block("input", input), input.input().fields());
    } else if (definition instanceof UnionDefinition union) {
      Fact block = block(union.node().isInterface() ? "interface" : "union", union);
      union
          .node()
          .members()
          .forEach(member -> sheet.add(block, "member " + member.type().nullableSdl(), ""));
      addFields(block, union.node().fields());
    } else if (definition instanceof OneOfDefinition input) {
      Fact block = block("input", input);
      sheet.add(block, "@oneOf", "");
      input
          .node()
          .members()
          .forEach(member -> sheet.add(block, member.name(), member.input().sdl()));
    } else if (definition instanceof EnumDefinition enumeration) {
      Fact block = block("enum", enumeration);
      enumeration
          .type()
          .constants()
          .forEach(
              constant ->
                  sheet.add(
                      block,
                      ExactNames.graphql(constant.exact(), constant.name()),
                      "",
                      constant.origin()));
    }
  }

  private void addEntities(SchemaTree tree, ServiceNode service) {
    tree.finders(service)
        .forEach(
            entity ->
                sheet.block(
                    "entity",
                    block(entity.type().nullableSdl(), entity.key()),
                    service.service().javaName(),
                    entity.source().origin()));
  }

  private static String block(String type, EntityKey key) {
    return type + "." + String.join("+", key.fields());
  }

  private Fact block(String kind, OfType definition) {
    return sheet.block(
        kind, definition.name(), definition.type().javaName(), definition.type().origin());
  }

  /** What other subgraphs and the router have to do with a field. */
  private String shared(FieldNode<?> field) {
    return federated ? Federation.sharing(field.source()).map(Federation::facts).orElse("") : "";
  }

  private void addFields(Fact block, List<? extends FieldNode<?>> fields) {
    fields.forEach(
        field ->
            sheet.add(
                block,
                field.name(),
                field.type().sdl() + SdlText.otherwise(field.otherwise()) + shared(field),
                field.origin()));
    for (FieldNode<?> field : fields) {
      for (ArgumentNode argument : field.arguments()) {
        sheet.add(
            block,
            "argument " + field.name() + "." + argument.name(),
            argument.type().sdl() + SdlText.otherwise(argument.otherwise()),
            argument.source().origin());
      }
    }
  }
}
