package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaDefinition.ObjectDefinition;
import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.TypeUse.EnumUse;
import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A key is made of fields with single values, and what finds entities takes one of the keys. */
final class EntityKeyRule implements SchemaRule {
  static final Rule RULE = Rule.error("TriglotEntityKey");

  @Override
  public Stream<Diagnostic> check(SchemaTree tree, List<SchemaDefinition> reached) {
    Stream<Diagnostic> keys =
        reached.stream()
            .filter(ObjectDefinition.class::isInstance)
            .map(definition -> ((ObjectDefinition) definition).node())
            .flatMap(node -> node.type().keys().stream().flatMap(key -> key(node, key)));
    List<EntityNode> entities =
        tree.services().stream().flatMap(service -> service.entities().stream()).toList();
    return Stream.of(
            keys,
            entities.stream().flatMap(entity -> method(tree, entity).stream()),
            repeated(entities))
        .flatMap(each -> each);
  }

  private static Stream<Diagnostic> key(ObjectNode node, EntityKey key) {
    String type = node.type().name();
    if (key.fields().isEmpty()) {
      return Stream.of(
          RULE.at(
              node.type().origin(),
              "A key of " + type + " names no field.",
              "Name the fields that identify its objects, with blanks between them."));
    }
    return key.fields().stream()
        .filter(name -> field(node, name).isEmpty())
        .map(
            name ->
                RULE.at(
                    node.type().origin(),
                    "The key \"%s\" of %s names %s, which is no field of it that has a single value."
                        .formatted(key.text(), type, name),
                    "Name fields without arguments that are scalars or enums, as they are called"
                        + " in GraphQL."));
  }

  private static Optional<Diagnostic> method(SchemaTree tree, EntityNode entity) {
    ObjectNode node = tree.object(entity.type().java());
    Origin origin = entity.source().origin();
    String type = node.type().name();
    if (!node.type().keys().contains(entity.key())) {
      return Optional.of(
          RULE.at(
              origin,
              entity.key().fields().isEmpty()
                  ? origin + " finds " + type + " by a key, but " + type + " has none."
                  : "%s finds %s by \"%s\", which is no key of it."
                      .formatted(origin, type, entity.key().text()),
              "Write @ApiType(keys = ...) on " + type + "."));
    }
    return fits(tree, node, entity)
        ? Optional.empty()
        : Optional.of(
            RULE.at(
                origin,
                "%s does not take what the key \"%s\" of %s is made of."
                    .formatted(origin, entity.key().text(), type),
                "Take a collection of the field's type, or of a record with a component for each"
                    + " field of the key, and further ones for external fields alone."));
  }

  private static boolean fits(SchemaTree tree, ObjectNode node, EntityNode entity) {
    List<String> key = entity.key().fields();
    if (!(entity.source().keyType() instanceof NamedRef named)
        || !tree.objects().containsKey(named.name())) {
      return key.size() == 1
          && field(node, key.get(0)).filter(field -> isScalar(field, entity)).isPresent();
    }
    Optional<InputNode> input = tree.object(named.name()).input();
    return input
            .filter(
                taken ->
                    taken.fields().stream()
                        .allMatch(
                            part ->
                                field(node, part.name())
                                    .filter(field -> isSame(field, part))
                                    .filter(
                                        field -> key.contains(field.name()) || isExternal(field))
                                    .isPresent()))
            .isPresent()
        && key.stream()
            .allMatch(
                name ->
                    input.orElseThrow().fields().stream()
                        .anyMatch(part -> part.name().equals(name)));
  }

  private static boolean isScalar(FieldNode<Field> field, EntityNode entity) {
    return field.source().type().present() instanceof ScalarRef own
        && entity.source().keyType() instanceof ScalarRef taken
        && own.scalar() == taken.scalar();
  }

  private static boolean isSame(FieldNode<Field> field, FieldNode<Field> part) {
    return field.type().asRequired().nullableSdl().equals(part.type().asRequired().nullableSdl());
  }

  private static boolean isExternal(FieldNode<Field> field) {
    return field.source().sharing().filter(sharing -> sharing.external()).isPresent();
  }

  private static Stream<Diagnostic> repeated(List<EntityNode> entities) {
    Map<List<Object>, EntityNode> byKey = new HashMap<>();
    Stream.Builder<Diagnostic> repeated = Stream.builder();
    for (EntityNode each : entities) {
      EntityNode first = byKey.putIfAbsent(List.of(each.type().java(), each.key()), each);
      if (first != null) {
        repeated.add(
            RULE.at(
                each.source().origin(),
                "%s and %s both find %s by \"%s\"."
                    .formatted(
                        first.source().origin(),
                        each.source().origin(),
                        each.type().nullableSdl(),
                        each.key().text()),
                "Remove one of them."));
      }
    }
    return repeated.build();
  }

  private static Optional<FieldNode<Field>> field(ObjectNode node, String name) {
    return node.fields().stream()
        .filter(field -> field.name().equals(name))
        .filter(field -> field.arguments().isEmpty())
        .filter(field -> field.type() instanceof ScalarUse || field.type() instanceof EnumUse)
        .findFirst();
  }
}
