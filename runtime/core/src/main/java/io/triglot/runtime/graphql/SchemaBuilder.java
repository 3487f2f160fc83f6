package io.triglot.runtime.graphql;

import graphql.Directives;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.OperationDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final SortedMap<String, ObjectFields<?>> objects = new TreeMap<>();
  private final SortedMap<String, UnionMembers> unions = new TreeMap<>();
  private final SortedMap<String, GraphQLNamedType> others = new TreeMap<>();
  private final SortedMap<String, AddedField> added = new TreeMap<>();
  private final SubgraphParts subgraph = new SubgraphParts();
  private final Map<String, OperationDescriptor> hints = new HashMap<>();
  private final Map<String, Object> identities = new HashMap<>();
  private final Deque<Runnable> undescribed = new ArrayDeque<>();

  private String contributor = "";

  SchemaBuilder() {}

  /** Says what the root types are called, before a field is added to one. */
  public void roots(String query, String mutation, String subscription) {
    roots.names(query, mutation, subscription);
  }

  /** Adds a field of Query. */
  public void query(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(
        new AddedField(
            roots.used(RootNames.QUERY), field.build(), new RootFetcher(fetcher), contributor));
  }

  /** Adds a field of Mutation. */
  public void mutation(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(
        new AddedField(
            roots.used(RootNames.MUTATION), field.build(), new RootFetcher(fetcher), contributor));
  }

  /** Adds a field of Subscription. */
  public void subscription(GraphQLFieldDefinition.Builder field, OperationFetcher fetcher) {
    add(
        new AddedField(
            roots.used(RootNames.SUBSCRIPTION),
            field.build(),
            new RootFetcher(fetcher),
            contributor));
  }

  /**
   * Adds a field of Subscription whose events have to be converted.
   *
   * @param conversion brings an event into a form that GraphQL has
   */
  public <E> void subscription(
      GraphQLFieldDefinition.Builder field,
      OperationFetcher fetcher,
      Function<E, ? extends @Nullable Object> conversion) {
    add(
        new AddedField(
            roots.used(RootNames.SUBSCRIPTION),
            field.build(),
            new RootFetcher(fetcher, conversion),
            contributor));
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
   * @param type the class of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public <S> GraphQLTypeReference object(
      String name, Class<? super S> type, Consumer<ObjectFields<S>> description) {
    return describedObject(name, type, description);
  }

  /**
   * A use of a union, or of an interface.
   *
   * @param type the Java type of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public GraphQLTypeReference union(
      String name, Class<?> type, Consumer<UnionMembers> description) {
    if (isNew(name, type)) {
      UnionMembers members = new UnionMembers(name);
      unions.put(name, members);
      undescribed.add(() -> description.accept(members));
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /**
   * A use of an input type of whose fields a client sends one.
   *
   * @param type the Java type of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public GraphQLTypeReference oneOf(
      String name, Class<?> type, Consumer<GraphQLInputObjectType.Builder> description) {
    return input(
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
   * @param type the Java type of the objects
   * @param description describes the type; called once, and not before this method returns
   */
  public GraphQLTypeReference input(
      String name, Class<?> type, Consumer<GraphQLInputObjectType.Builder> description) {
    if (isNew(name, type)) {
      undescribed.add(
          () -> {
            GraphQLInputObjectType.Builder input =
                GraphQLInputObjectType.newInputObject().name(name);
            description.accept(input);
            others.put(name, input.build());
          });
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /**
   * A use of an enum type.
   *
   * @param description describes the type; called once
   */
  public GraphQLTypeReference enumeration(
      String name, Class<? extends Enum<?>> type, Consumer<GraphQLEnumType.Builder> description) {
    if (isNew(name, type)) {
      GraphQLEnumType.Builder enumeration = GraphQLEnumType.newEnum().name(name);
      description.accept(enumeration);
      others.put(name, enumeration.build());
    }
    return GraphQLTypeReference.typeRef(name);
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
    if (isNew(name, scalar.getName())) {
      others.put(
          name, scalar.transform(renamed -> renamed.name(name).specifiedByUrl(specification)));
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /** A use of the object type that holds one entry of a map. */
  public GraphQLTypeReference entry(String name, GraphQLOutputType key, GraphQLOutputType value) {
    Consumer<ObjectFields<Map.Entry<?, ?>>> description =
        type ->
            type.field(field("key", key), Map.Entry::getKey)
                .field(field("value", value), Map.Entry::getValue);
    return describedObject(name, Map.Entry.class, description);
  }

  /** A use of the input type that holds one entry of a map. */
  public GraphQLTypeReference inputEntry(
      String name, GraphQLInputType key, GraphQLInputType value) {
    return input(
        name,
        Map.Entry.class,
        type -> type.field(f -> f.name("key").type(key)).field(f -> f.name("value").type(value)));
  }

  void contribute(GraphQlBinding binding) {
    contributor = binding.getClass().getName();
    roots.binding(contributor);
    subgraph.binding(contributor, false);
    binding.contribute(this);
    describe();
  }

  /** Adds what finds nodes, where there are any. */
  void addNodes(ErrorMapping errors) {
    contributor = NodeFields.class.getName();
    NodeFields.addTo(this, errors);
    describe();
  }

  private void describe() {
    while (!undescribed.isEmpty()) {
      undescribed.removeFirst().run();
    }
  }

  /** Adds a field of Query that is no operation. */
  void query(GraphQLFieldDefinition.Builder field, NodeFetcher fetcher) {
    add(new AddedField(root(RootNames.QUERY), field.build(), fetcher, contributor));
  }

  /** The type that a name stands for, if it is a scalar, an enum or an input type; else itself. */
  GraphQLType input(GraphQLType type) {
    return type instanceof GraphQLTypeReference reference
        ? Objects.requireNonNull(others.get(reference.getName()), reference.getName())
        : type;
  }

  /** What makes the schema a subgraph. */
  SubgraphParts subgraph() {
    return subgraph;
  }

  /** The object types that are no roots, by name. */
  SortedMap<String, ObjectFields<?>> objects() {
    return objects;
  }

  /** The object type of this name, which a binding has used. */
  ObjectFields<?> object(String name) {
    return Objects.requireNonNull(objects.get(name), name);
  }

  /** The unions and interfaces, by name. */
  SortedMap<String, UnionMembers> unions() {
    return unions;
  }

  /** The input types, enum types and custom scalars, by name. */
  SortedMap<String, GraphQLNamedType> others() {
    return others;
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

  private <S> GraphQLTypeReference describedObject(
      String name, Class<?> type, Consumer<ObjectFields<S>> description) {
    if (isNew(name, type)) {
      ObjectFields<S> fields = new ObjectFields<>(name, type);
      objects.put(name, fields);
      undescribed.add(() -> description.accept(fields));
    }
    return GraphQLTypeReference.typeRef(name);
  }

  private boolean isNew(String name, Object identity) {
    Object present = identities.putIfAbsent(name, identity);
    if (present != null && !present.equals(identity)) {
      throw new IllegalStateException(
          "%s and %s would both be the GraphQL type %s. Give one of them another name."
              .formatted(present, identity, name));
    }
    return present == null;
  }

  private static GraphQLFieldDefinition.Builder field(String name, GraphQLOutputType type) {
    return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type);
  }
}
