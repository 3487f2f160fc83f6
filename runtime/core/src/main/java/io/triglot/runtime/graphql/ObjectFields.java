package io.triglot.runtime.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.Access;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.OperationDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object type, each with how it is read. Not thread-safe.
 *
 * @param <S> the Java type of the object
 */
public final class ObjectFields<S> {
  private final String name;
  private final GraphQLObjectType.Builder type;
  private final Supplier<Class<?>> java;
  private final @Nullable ObjectBinding<S> binding;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
  private final Map<String, Method> constrained = new LinkedHashMap<>();
  private final Map<String, FieldReader<S>> readers = new LinkedHashMap<>();
  private List<String> globalId = List.of();

  /** The method of the user's type that answers a field. */
  private record Method(String name, List<String> arguments, Class<?>[] parameters) {}

  /** No fields yet, which the binding reads. */
  ObjectFields(String name, ObjectBinding<S> binding) {
    this(name, binding::type, binding);
  }

  /** No fields yet, each of which has a reader of its own. */
  ObjectFields(String name, Class<?> java) {
    this(name, () -> java, null);
  }

  private ObjectFields(String name, Supplier<Class<?>> java, @Nullable ObjectBinding<S> binding) {
    this.name = name;
    this.java = java;
    this.binding = binding;
    type = GraphQLObjectType.newObject().name(name);
  }

  /** Describes the type. */
  public ObjectFields<S> description(String description) {
    type.description(description);
    return this;
  }

  /** Adds a field. */
  public ObjectFields<S> field(GraphQLFieldDefinition.Builder field) {
    GraphQLFieldDefinition built = field.build();
    return reading(built, reader(built));
  }

  /** Adds a field with a reader of its own. */
  ObjectFields<S> field(GraphQLFieldDefinition.Builder field, FieldReader<S> reader) {
    return reading(field.build(), reader);
  }

  private ObjectFields<S> reading(GraphQLFieldDefinition field, FieldReader<S> reader) {
    add(field, new ReadingFetcher<>(reader));
    readers.put(field.getName(), reader);
    return this;
  }

  private FieldReader<S> reader(GraphQLFieldDefinition field) {
    return new BoundReader<>(Objects.requireNonNull(binding), field.getName());
  }

  /**
   * Says that the type is a node: it has a field {@code id} that tells its objects from all others.
   *
   * @param key the fields of the type that tell them from one another, which all callers receive
   */
  public ObjectFields<S> node(String... key) {
    globalId = List.of(key);
    type.field(NodeFields.id());
    return this;
  }

  /**
   * Adds a field that only some callers receive; for the others it is null, with an error.
   *
   * @param field a field of a type that can be null
   */
  public ObjectFields<S> field(GraphQLFieldDefinition.Builder field, Access access) {
    GraphQLFieldDefinition built = field.build();
    return guarded(built, access, reader(built));
  }

  /** Adds a field with a reader of its own that only some callers receive. */
  ObjectFields<S> field(
      GraphQLFieldDefinition.Builder field, Access access, FieldReader<S> reader) {
    return guarded(field.build(), access, reader);
  }

  private ObjectFields<S> guarded(
      GraphQLFieldDefinition field, Access access, FieldReader<S> reader) {
    add(field, new GuardedFetcher(access, new ReadingFetcher<>(reader)));
    return this;
  }

  /** Adds a field with arguments. */
  public ObjectFields<S> computed(GraphQLFieldDefinition.Builder field, FieldMethod<S> method) {
    add(field.build(), new ComputingFetcher<>(method, FieldValidator.NONE));
    return this;
  }

  /**
   * Adds a field with arguments that only some callers receive; for the others it is null, with an
   * error.
   *
   * @param field a field of a type that can be null
   */
  public ObjectFields<S> computed(
      GraphQLFieldDefinition.Builder field, Access access, FieldMethod<S> method) {
    add(
        field.build(),
        new GuardedFetcher(access, new ComputingFetcher<>(method, FieldValidator.NONE)));
    return this;
  }

  /**
   * Says that the arguments of a field have constraints.
   *
   * @param method the name of the method that answers it
   * @param arguments what callers call the arguments, by the method's parameters
   * @param parameters the types of the method's parameters
   */
  public ObjectFields<S> constrained(
      String field, String method, List<String> arguments, Class<?>... parameters) {
    constrained.put(field, new Method(method, List.copyOf(arguments), parameters.clone()));
    return this;
  }

  /** The fields of which the global id is made; empty for what is no node. */
  List<String> globalId() {
    return globalId;
  }

  /** Has the global id read, now that the types of all fields are known. */
  void identify(SchemaBuilder schema) {
    GraphQLObjectType built = type.build();
    List<KeyPart<S>> parts =
        globalId.stream()
            .map(
                field ->
                    new KeyPart<>(
                        Objects.requireNonNull(readers.get(field), field),
                        schema
                            .types()
                            .input(
                                GraphQLTypeUtil.unwrapNonNull(
                                    built.getFieldDefinition(field).getType()))))
            .toList();
    FieldReader<S> reader = source -> KeyPart.globalId(name, parts, source);
    fetchers.put(NodeFields.ID, new ReadingFetcher<>(reader));
  }

  /** How many classes the class of the objects is beneath. */
  int depth() {
    int depth = 0;
    for (Class<?> above = java.get().getSuperclass();
        above != null;
        above = above.getSuperclass()) {
      depth++;
    }
    return depth;
  }

  /** Whether a value is an object of the type. */
  boolean isOne(Object value) {
    return java.get().isInstance(value);
  }

  /** Says that the type implements an interface. */
  void implementing(String supertype) {
    type.withInterface(GraphQLTypeReference.typeRef(supertype));
  }

  void add(GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
    type.field(field);
    fetchers.put(field.getName(), fetcher);
  }

  boolean isEmpty() {
    return fetchers.isEmpty();
  }

  /**
   * Puts the fields inside of their interceptors; whether a caller may have them is seen before.
   */
  void intercept(FieldInterceptors interceptors) {
    constrained.forEach(
        (field, method) ->
            fetchers.computeIfPresent(
                field, (any, fetcher) -> checked(fetcher, validator(field, method, interceptors))));
    fetchers.replaceAll(
        (field, fetcher) ->
            fetcher instanceof GuardedFetcher guarded
                ? new GuardedFetcher(
                    guarded.access(), interceptors.around(name, field, guarded.fetcher()))
                : interceptors.around(name, field, fetcher));
  }

  private FieldValidator validator(String field, Method method, FieldInterceptors interceptors) {
    return interceptors
        .calls()
        .fieldValidator(
            OperationDescriptor.query(name, field, method.arguments().toArray(new String[0])),
            java.get(),
            method.name(),
            method.parameters());
  }

  private static DataFetcher<?> checked(DataFetcher<?> fetcher, FieldValidator validator) {
    if (fetcher instanceof GuardedFetcher guarded) {
      return new GuardedFetcher(guarded.access(), checked(guarded.fetcher(), validator));
    }
    return fetcher instanceof ComputingFetcher<?> computing
        ? computing.checkedBy(validator)
        : fetcher;
  }

  GraphQLObjectType build() {
    return type.build();
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }

  /** Reads a field by its name. */
  private record BoundReader<S>(ObjectBinding<S> binding, String field) implements FieldReader<S> {
    @Override
    public @Nullable Object read(S source) throws Exception {
      return binding.get(source, field);
    }
  }
}
