package io.triglot.runtime.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The types of a schema that are no roots. They are described one after the other and not inside of
 * one another, so that a long chain of types needs no deep stack. Not thread-safe.
 */
final class SchemaTypes {
  private final SortedMap<String, ObjectFields<?>> objects = new TreeMap<>();
  private final SortedMap<String, UnionMembers> unions = new TreeMap<>();
  private final SortedMap<String, GraphQLNamedType> others = new TreeMap<>();
  private final Map<String, Object> identities = new HashMap<>();
  private final Deque<Runnable> undescribed = new ArrayDeque<>();

  /** A use of an object type whose fields a binding reads. */
  <S> GraphQLTypeReference object(
      String name, ObjectBinding<S> binding, Consumer<ObjectFields<S>> description) {
    return object(name, binding, () -> new ObjectFields<>(name, binding), description);
  }

  /** A use of an object type whose fields have readers of their own. */
  <S> GraphQLTypeReference object(
      String name, Class<?> type, Consumer<ObjectFields<S>> description) {
    return object(name, type, () -> new ObjectFields<>(name, type), description);
  }

  private <S> GraphQLTypeReference object(
      String name,
      Object identity,
      Supplier<ObjectFields<S>> noFields,
      Consumer<ObjectFields<S>> description) {
    if (isNew(name, identity)) {
      ObjectFields<S> fields = noFields.get();
      objects.put(name, fields);
      undescribed.add(() -> description.accept(fields));
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /** A use of a union, or of an interface. */
  GraphQLTypeReference union(String name, Class<?> type, Consumer<UnionMembers> description) {
    if (isNew(name, type)) {
      UnionMembers members = new UnionMembers(name);
      unions.put(name, members);
      undescribed.add(() -> description.accept(members));
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /**
   * A use of an input type.
   *
   * @param identity the Java type, or what is generated for it
   */
  GraphQLTypeReference input(
      String name, Object identity, Consumer<GraphQLInputObjectType.Builder> description) {
    if (isNew(name, identity)) {
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

  /** A use of the object type that holds one entry of a map. */
  GraphQLTypeReference entry(String name, GraphQLOutputType key, GraphQLOutputType value) {
    Consumer<ObjectFields<Map.Entry<?, ?>>> description =
        type ->
            type.field(field("key", key), Map.Entry::getKey)
                .field(field("value", value), Map.Entry::getValue);
    return object(name, Map.Entry.class, description);
  }

  /** A use of the input type that holds one entry of a map. */
  GraphQLTypeReference inputEntry(String name, GraphQLInputType key, GraphQLInputType value) {
    return input(
        name,
        Map.Entry.class,
        type -> type.field(f -> f.name("key").type(key)).field(f -> f.name("value").type(value)));
  }

  /** A use of a type that leads to no others. */
  GraphQLTypeReference other(String name, Object identity, Supplier<GraphQLNamedType> type) {
    if (isNew(name, identity)) {
      others.put(name, type.get());
    }
    return GraphQLTypeReference.typeRef(name);
  }

  /** Describes what has been used and is not described yet. */
  void describe() {
    while (!undescribed.isEmpty()) {
      undescribed.removeFirst().run();
    }
  }

  /** The type that a name stands for, if it is a scalar, an enum or an input type; else itself. */
  GraphQLType input(GraphQLType type) {
    return type instanceof GraphQLTypeReference reference
        ? Objects.requireNonNull(others.get(reference.getName()), reference.getName())
        : type;
  }

  /** The object types, by name. */
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

  private boolean isNew(String name, Object identity) {
    Object present = identities.putIfAbsent(name, identity);
    if (present != null && !isSame(present, identity)) {
      throw new IllegalStateException(
          "%s and %s would both be the GraphQL type %s. Give one of them another name."
              .formatted(java(present), java(identity), name));
    }
    return present == null;
  }

  /** Services of several packages may each have a class that is generated for one Java type. */
  private static boolean isSame(Object present, Object identity) {
    return (identity instanceof TypeBinding && identity.getClass() == present.getClass())
        || java(present).equals(java(identity));
  }

  private static Object java(Object identity) {
    return identity instanceof TypeBinding binding ? binding.type() : identity;
  }

  private static GraphQLFieldDefinition.Builder field(String name, GraphQLOutputType type) {
    return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type);
  }
}
