package io.triglot.runtime.graphql;

import graphql.Directives;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.OperationDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the bindings of several services add to one schema. Types are unified by their
 * names: the first use of one has it described, and two different ones under one name are refused.
 *
 * <p>Used at start by one thread.
 */
public final class SchemaBuilder {
  private final RootNames roots = new RootNames();
  private final SchemaTypes types = new SchemaTypes();
  private final SortedMap<String, AddedField> added = new TreeMap<>();
  private final SubgraphParts subgraph = new SubgraphParts();
  private final Map<String, OperationDescriptor> hints = new HashMap<>();

  private GraphQlBinding binding = schema -> {};
  private String contributor = "";

  SchemaBuilder() {}

  /** Says what the root types are called, before a field is added to one. */
  public void roots(String query, String mutation, String subscription) {
    roots.names(query, mutation, subscription);
  }

  /** Adds a field of Query, which the binding answers. */
  public void query(GraphQLFieldDefinition.Builder field) {
    add(RootNames.QUERY, field, Function.identity());
  }

  /** Adds a field of Mutation, which the binding answers. */
  public void mutation(GraphQLFieldDefinition.Builder field) {
    add(RootNames.MUTATION, field, Function.identity());
  }

  /** Adds a field of Subscription, which the binding answers. */
  public void subscription(GraphQLFieldDefinition.Builder field) {
    add(RootNames.SUBSCRIPTION, field, Function.identity());
  }

  /**
   * Adds a field of Subscription whose events have to be converted.
   *
   * @param conversion brings an event into a form that GraphQL has
   */
  public <E> void subscription(
      GraphQLFieldDefinition.Builder field, Function<E, ? extends @Nullable Object> conversion) {
    add(RootNames.SUBSCRIPTION, field, conversion);
  }

  private void add(
      String root,
      GraphQLFieldDefinition.Builder field,
      Function<?, ? extends @Nullable Object> conversion) {
    GraphQLFieldDefinition built = field.build();
    String coordinates = roots.used(root) + "." + built.getName();
    GraphQlBinding answering = binding;
    OperationFetcher fetcher =
        (request, arguments) -> answering.answer(coordinates, request, arguments);
    add(new AddedField(roots.used(root), built, new RootFetcher(fetcher, conversion), contributor));
  }

  /** Adds a field of Query with a fetcher of its own. */
  void query(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(RootNames.QUERY, field, fetcher);
  }

  /** Adds a field of Mutation with a fetcher of its own. */
  void mutation(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(RootNames.MUTATION, field, fetcher);
  }

  /** Adds a field of Subscription with a fetcher of its own. */
  void subscription(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(RootNames.SUBSCRIPTION, field, fetcher);
  }

  private void add(String root, GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(new AddedField(roots.used(root), field.build(), new RootFetcher(fetcher), contributor));
  }

  /** Adds a field to an object type that is loaded for many parents in one call. */
  public <P> void batch(
      GraphQLTypeReference parent, GraphQLFieldDefinition.Builder field, BatchFetcher<P> fetcher) {
    this.<P>batched(parent, field, (request, arguments, parents) -> fetcher.load(request, parents));
  }

  /** Adds a field with arguments to an object type that is loaded for many parents in one call. */
  public <P> void batched(
      GraphQLTypeReference parent, GraphQLFieldDefinition.Builder field, BatchMethod<P> method) {
    GraphQLFieldDefinition built = field.build();
    String loader = parent.getName() + "." + built.getName();
    add(
        new AddedField(
            parent.getName(), built, new BatchingFetcher<>(loader, method), contributor));
  }

  /** Says that the schema is a subgraph of a federated graph. */
  public void federated() {
    subgraph.binding(contributor, true);
  }

  /**
   * Adds what finds the objects of a type by their keys.
   *
   * @param type the type, which the binding uses
   * @param key the fields of the key, with blanks between them
   * @param reader makes a key of an object with coerced fields
   */
  public <K> void entity(
      GraphQLTypeReference type, String key, InputReader<K> reader, BatchFetcher<K> fetcher) {
    subgraph.add(
        new EntityFinder<>(type.getName(), List.of(key.split(" ")), reader, fetcher, contributor));
  }

  /**
   * Says which operation answers a field, where its cost, or for how long its answers may be kept,
   * is of account.
   *
   * @param type the object type that has the field
   */
  public void hints(String type, String field, OperationDescriptor operation) {
    hints.put(type + "." + field, operation);
  }

  /**
   * A use of an object type.
   *
   * @param binding describes the type, and not before this method returns
   */
  public <S> GraphQLTypeReference object(String name, ObjectBinding<S> binding) {
    return types.object(name, binding, fields -> binding.describe(fields, this));
  }

  /** A use of an object type whose fields have readers of their own. */
  <S> GraphQLTypeReference object(
      String name, Class<? super S> type, Consumer<ObjectFields<S>> description) {
    return types.object(name, type, description);
  }

  /**
   * A use of a union, or of an interface.
   *
   * @param type the Java type of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public GraphQLTypeReference union(
      String name, Class<?> type, Consumer<UnionMembers> description) {
    return types.union(name, type, description);
  }

  /**
   * A use of an input type of whose fields a client sends one.
   *
   * @param type the Java type of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public GraphQLTypeReference oneOf(
      String name, Class<?> type, Consumer<GraphQLInputObjectType.Builder> description) {
    return types.input(
        name,
        type,
        input -> {
          input.withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
          description.accept(input);
        });
  }

  /**
   * A use of an input type.
   *
   * @param binding describes the type, and not before this method returns
   */
  public GraphQLTypeReference input(String name, InputBinding binding) {
    return types.input(name, binding, input -> binding.describe(input, this));
  }

  /**
   * A use of an enum type.
   *
   * @param description describes the type; called once
   */
  public GraphQLTypeReference enumeration(
      String name, Class<? extends Enum<?>> type, Consumer<GraphQLEnumType.Builder> description) {
    return types.other(
        name,
        type,
        () -> {
          GraphQLEnumType.Builder enumeration = GraphQLEnumType.newEnum().name(name);
          description.accept(enumeration);
          return enumeration.build();
        });
  }

  /**
   * A use of a custom scalar.
   *
   * @param name its name in the schema, which a module may choose
   * @param scalar how it is coerced
   */
  public GraphQLTypeReference scalar(String name, GraphQLScalarType scalar) {
    return scalar(name, scalar, scalar.getSpecifiedByUrl());
  }

  /**
   * A use of a custom scalar that the module says is specified elsewhere.
   *
   * @param name its name in the schema
   * @param scalar how it is coerced
   * @param specification the address of its specification, as {@code @specifiedBy} tells it; null
   *     where there is none
   */
  public GraphQLTypeReference scalar(
      String name, GraphQLScalarType scalar, @Nullable String specification) {
    return types.other(
        name,
        scalar.getName(),
        () -> scalar.transform(renamed -> renamed.name(name).specifiedByUrl(specification)));
  }

  /** A use of the object type that holds one entry of a map. */
  public GraphQLTypeReference entry(String name, GraphQLOutputType key, GraphQLOutputType value) {
    return types.entry(name, key, value);
  }

  /** A use of the input type that holds one entry of a map. */
  public GraphQLTypeReference inputEntry(
      String name, GraphQLInputType key, GraphQLInputType value) {
    return types.inputEntry(name, key, value);
  }

  void contribute(GraphQlBinding binding) {
    this.binding = binding;
    contributor = binding.getClass().getName();
    roots.binding(contributor);
    subgraph.binding(contributor, false);
    binding.contribute(this);
    types.describe();
  }

  /** Adds what finds nodes, where there are any. */
  void addNodes(ErrorMapping errors) {
    contributor = NodeFields.class.getName();
    NodeFields.addTo(this, errors);
    types.describe();
  }

  /** Adds a field of Query that is no operation. */
  void query(GraphQLFieldDefinition.Builder field, NodeFetcher fetcher) {
    add(new AddedField(root(RootNames.QUERY), field.build(), fetcher, contributor));
  }

  /** The types that are no roots. */
  SchemaTypes types() {
    return types;
  }

  /** What makes the schema a subgraph. */
  SubgraphParts subgraph() {
    return subgraph;
  }

  /** The fields that services add to root types and other object types, by type and name. */
  SortedMap<String, AddedField> added() {
    return added;
  }

  /** What is known of fields that are operations, by their coordinates. */
  Map<String, OperationDescriptor> hints() {
    return hints;
  }

  /** The name of a root type in the schema. */
  String root(String root) {
    return roots.name(root);
  }

  private void add(AddedField field) {
    AddedField present = added.putIfAbsent(field.coordinates(), field);
    if (present != null) {
      throw new IllegalStateException(
          "Both %s and %s offer the GraphQL field %s. Give one of them another name."
              .formatted(present.contributor(), field.contributor(), field.coordinates()));
    }
  }
}
