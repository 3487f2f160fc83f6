package io.triglot.runtime.graphql;

import static graphql.schema.FieldCoordinates.coordinates;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema of several services, ready to be executed on. The processor has validated all parts of
 * it, so it is built without being validated again.
 *
 * @param batched the names of the fields that are loaded in batches, whatever their type
 * @param hints what is known of single fields
 * @param fileTakers the fields that take files
 */
record SchemaAssembly(
    GraphQLSchema schema, Set<String> batched, FieldHints hints, FileTakers fileTakers) {

  /**
   * Puts together what the bindings contribute.
   *
   * @param sdl makes the text of the schema, for routers that ask a subgraph for it
   */
  static SchemaAssembly of(
      List<GraphQlBinding> bindings,
      FieldInterceptors interceptors,
      GraphQlSettings settings,
      Supplier<String> sdl) {
    SchemaBuilder parts = new SchemaBuilder();
    bindings.forEach(parts::contribute);
    parts.addNodes(new ErrorMapping(interceptors.calls()));
    intercept(parts, interceptors);
    GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
    GraphQLSchema schema = build(parts, code, subgraph(parts, interceptors, sdl));
    return new SchemaAssembly(
        schema,
        parts.added().values().stream()
            .filter(AddedField::isLoaded)
            .map(field -> field.definition().getName())
            .collect(Collectors.toUnmodifiableSet()),
        FieldHints.of(parts.hints(), settings, () -> fields(parts)),
        FileTakers.of(parts));
  }

  /** The fields that types have by themselves, before those are added that are operations. */
  private static void intercept(SchemaBuilder parts, FieldInterceptors interceptors) {
    if (!interceptors.byField().isEmpty()) {
      interceptors.requireAll(ownFields(parts));
    }
    parts.types().objects().values().forEach(type -> type.intercept(interceptors));
  }

  private static Set<String> ownFields(SchemaBuilder parts) {
    return parts.types().objects().entrySet().stream()
        .flatMap(
            type ->
                type.getValue().fetchers().keySet().stream()
                    .map(field -> type.getKey() + "." + field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All fields of object types, those that are operations included. */
  private static Set<String> fields(SchemaBuilder parts) {
    Set<String> all = ownFields(parts);
    all.addAll(parts.added().keySet());
    return all;
  }

  private static @Nullable Subgraph subgraph(
      SchemaBuilder parts, FieldInterceptors interceptors, Supplier<String> sdl) {
    return parts.subgraph().isFederated()
        ? new Subgraph(sdl, new ErrorMapping(interceptors.calls()))
        : null;
  }

  private static GraphQLSchema build(
      SchemaBuilder parts, GraphQLCodeRegistry.Builder code, @Nullable Subgraph subgraph) {
    ObjectFields<?> query = root(parts, parts.root(RootNames.QUERY));
    ObjectFields<?> mutation = root(parts, parts.root(RootNames.MUTATION));
    ObjectFields<?> subscription = root(parts, parts.root(RootNames.SUBSCRIPTION));
    if (query.isEmpty()) {
      query.add(Liveness.FIELD, Liveness.FETCHER);
    }
    if (subgraph != null) {
      subgraph.addFields(query, parts.subgraph().finders());
    }
    parts.added().values().stream()
        .filter(AddedField::isBatched)
        .forEach(
            field -> parts.types().object(field.type()).add(field.definition(), field.fetcher()));
    GraphQLSchema.FastBuilder schema =
        new GraphQLSchema.FastBuilder(
            code, type(query, code), typeIfAny(mutation, code), typeIfAny(subscription, code));
    schema.addType(Scalars.GraphQLInt).addType(Scalars.GraphQLFloat).addType(Scalars.GraphQLID);
    parts
        .types()
        .unions()
        .forEach(
            (name, union) -> {
              schema.addType(union.build());
              code.typeResolver(name, union.resolver());
              union
                  .implementing()
                  .forEach(object -> parts.types().object(object).implementing(name));
            });
    parts.types().objects().values().forEach(object -> schema.addType(type(object, code)));
    parts.types().others().values().forEach(schema::addType);
    if (subgraph != null) {
      subgraph.addTypes(schema, code, parts);
    }
    return schema.build();
  }

  private static ObjectFields<?> root(SchemaBuilder parts, String name) {
    ObjectFields<?> root = new ObjectFields<>(name, Object.class);
    parts.added().values().stream()
        .filter(field -> field.type().equals(name))
        .forEach(field -> root.add(field.definition(), field.fetcher()));
    return root;
  }

  private static @Nullable GraphQLObjectType typeIfAny(
      ObjectFields<?> fields, GraphQLCodeRegistry.Builder code) {
    return fields.isEmpty() ? null : type(fields, code);
  }

  static GraphQLObjectType type(ObjectFields<?> fields, GraphQLCodeRegistry.Builder code) {
    GraphQLObjectType type = fields.build();
    fields
        .fetchers()
        .forEach((name, fetcher) -> code.dataFetcher(coordinates(type.getName(), name), fetcher));
    return type;
  }

  /** The field that Query has where no service offers one, because GraphQL demands a field. */
  private static final class Liveness {
    static final GraphQLFieldDefinition FIELD =
        GraphQLFieldDefinition.newFieldDefinition()
            .name("alive")
            .description("True: this API has no queries of its own.")
            .type(GraphQLNonNull.nonNull(Scalars.GraphQLBoolean))
            .build();
    static final DataFetcher<Boolean> FETCHER = environment -> true;
  }
}
