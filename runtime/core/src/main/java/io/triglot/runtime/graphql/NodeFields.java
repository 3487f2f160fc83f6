package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeReference;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a schema with nodes has besides: the interface of them, and the fields that find them (<a
 * href="https://relay.dev/docs/guides/graphql-server-specification/">Relay's Object
 * Identification</a>).
 */
final class NodeFields {
  /** The interface. */
  static final String NAME = "Node";

  /** The field that all nodes have, and the argument that takes it. */
  static final String ID = "id";

  /** The argument that takes many. */
  static final String IDS = "ids";

  private NodeFields() {}

  /** The id of a type that is a node. */
  static GraphQLFieldDefinition.Builder id() {
    return newFieldDefinition()
        .name(ID)
        .description("What no other object of any type has.")
        .type(nonNull(Scalars.GraphQLID));
  }

  /**
   * Adds all of it to a schema that has nodes.
   *
   * @throws IllegalStateException when no binding finds the objects of one of them
   */
  static void addTo(SchemaBuilder schema, ErrorMapping errors) {
    SortedMap<String, EntityFinder<?>> finders = new TreeMap<>();
    schema
        .types()
        .objects()
        .forEach(
            (name, type) -> {
              if (!type.globalId().isEmpty()) {
                finders.put(name, finder(schema, name, type.globalId()));
                type.identify(schema);
              }
            });
    if (finders.isEmpty()) {
      return;
    }
    GraphQLTypeReference node =
        schema.union(
            NAME, NodeFields.class, members -> describe(schema, finders.keySet(), members));
    schema.query(
        newFieldDefinition()
            .name("node")
            .description("The object with this id; null where there is none.")
            .type(node)
            .argument(id -> id.name(ID).type(nonNull(Scalars.GraphQLID))),
        new NodeFetcher(finders, errors, false));
    schema.query(
        newFieldDefinition()
            .name("nodes")
            .description("The objects with these ids, in their order; null where there is none.")
            .type(nonNull(list(node)))
            .argument(ids -> ids.name(IDS).type(nonNull(list(nonNull(Scalars.GraphQLID))))),
        new NodeFetcher(finders, errors, true));
  }

  private static EntityFinder<?> finder(SchemaBuilder schema, String type, List<String> key) {
    return schema.subgraph().finders().stream()
        .filter(each -> each.type().equals(type) && each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is a node, but nothing that is bound finds it by its key \"%s\". Bind the"
                            .formatted(type, String.join(" ", key))
                        + " service with its @ApiEntity method, or leave node = true away."));
  }

  /** An object of a class is none of the types of its superclasses. */
  private static void describe(SchemaBuilder schema, Set<String> types, UnionMembers members) {
    members.description("An object that can be found again by its id.").field(id());
    types.stream()
        .sorted(
            Comparator.comparing((String type) -> schema.types().object(type).depth()).reversed())
        .forEach(
            type ->
                members.member(
                    GraphQLTypeReference.typeRef(type), schema.types().object(type)::isOne));
  }
}
