package io.triglot.runtime.graphql;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.Scalars;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a subgraph of a federated graph offers its router (Apollo Federation 2, subgraph
 * specification): its document, and its entities by their keys.
 *
 * @param sdl makes the document
 * @param errors what failures look like
 */
record Subgraph(Supplier<String> sdl, ErrorMapping errors) {
  private static final GraphQLScalarType ANY =
      GraphQLScalarType.newScalar().name("_Any").coercing(new AnyCoercing()).build();

  /** Adds the fields of the root type of queries. */
  void addFields(ObjectFields<?> query, List<EntityFinder<?>> finders) {
    query.add(
        newFieldDefinition()
            .name("_service")
            .type(nonNull(GraphQLTypeReference.typeRef("_Service")))
            .build(),
        environment -> this);
    if (!finders.isEmpty()) {
      query.add(
          newFieldDefinition()
              .name("_entities")
              .type(nonNull(list(GraphQLTypeReference.typeRef("_Entity"))))
              .argument(
                  representations ->
                      representations
                          .name("representations")
                          .type(nonNull(list(nonNull(GraphQLTypeReference.typeRef("_Any"))))))
              .build(),
          new EntityFetcher(byType(finders), errors));
    }
  }

  /** Adds the types of these fields. */
  void addTypes(
      GraphQLSchema.FastBuilder schema, GraphQLCodeRegistry.Builder code, SchemaBuilder parts) {
    ObjectFields<Subgraph> service = new ObjectFields<>("_Service", Subgraph.class);
    service.field(
        newFieldDefinition().name("sdl").type(nonNull(Scalars.GraphQLString)),
        subgraph -> subgraph.sdl().get());
    schema.addType(SchemaAssembly.type(service, code));
    if (!parts.subgraph().finders().isEmpty()) {
      UnionMembers entities = new UnionMembers("_Entity");
      byType(parts.subgraph().finders())
          .keySet()
          .forEach(
              type ->
                  entities.member(
                      GraphQLTypeReference.typeRef(type), parts.types().object(type)::isOne));
      schema.addType(entities.build());
      code.typeResolver("_Entity", entities.resolver());
      schema.addType(ANY);
    }
  }

  private static Map<String, List<EntityFinder<?>>> byType(List<EntityFinder<?>> finders) {
    Map<String, List<EntityFinder<?>>> types = new TreeMap<>();
    finders.forEach(
        finder -> types.computeIfAbsent(finder.type(), any -> new ArrayList<>()).add(finder));
    return types;
  }
}
