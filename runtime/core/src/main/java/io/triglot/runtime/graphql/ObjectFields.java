package io.triglot.runtime.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.Access;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.FieldSource;
import io.triglot.runtime.graphql.plan.PlannableFetcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object type, each with how it is read. Not thread-safe.
 *
 * @param <S> the Java type of the object
 */
public final class ObjectFields<S> {
  private final GraphQLObjectType.Builder type;
  private final Class<?> java;
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
  private final Map<String, Method> constrained = new LinkedHashMap<>();
  private final Map<String, FieldReader<S>> readers = new LinkedHashMap<>();
  private List<String> globalId = List.of();

  /** The method of the user's type that answers a field. */
  private record Method(String name, List<String> arguments, Class<?>[] parameters) {}

  /**
   * No fields yet.
   *
   * @param java the class of the objects
   */
  ObjectFields(String name, Class<?> java) {
    this.java = java;
    type = GraphQLObjectType.newObject().name(name);
  }

  /** Describes the type. */
  public ObjectFields<S> description(String description) {
    type.description(description);
    return this;
  }

  /** Adds a field. */
  public ObjectFields<S> field(GraphQLFieldDefinition.Builder field, FieldReader<S> reader) {
    GraphQLFieldDefinition built = field.build();
    add(built, new ReadingFetcher<>(reader));
    readers.put(built.getName(), reader);
    return this;
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
  public ObjectFields<S> field(
      GraphQLFieldDefinition.Builder field, Access access, FieldReader<S> reader) {
    add(field.build(), new GuardedFetcher(access, new ReadingFetcher<>(reader)));
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
                        schema.input(
                            GraphQLTypeUtil.unwrapNonNull(
                                built.getFieldDefinition(field).getType()))))
            .toList();
    FieldReader<S> reader = source -> KeyPart.globalId(built.getName(), parts, source);
    fetchers.put(NodeFields.ID, new ReadingFetcher<>(reader));
  }

  /** How many classes the class of the objects is beneath. */
  int depth() {
    int depth = 0;
    for (Class<?> above = java.getSuperclass(); above != null; above = above.getSuperclass()) {
      depth++;
    }
    return depth;
  }

  /** Whether a value is an object of the type. */
  boolean isOne(Object value) {
    return java.isInstance(value);
  }

  /** Says that the type implements an interface. */
  void implementing(String name) {
    type.withInterface(GraphQLTypeReference.typeRef(name));
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
    String name = type.build().getName();
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
    String name = type.build().getName();
    return interceptors
        .calls()
        .fieldValidator(
            OperationDescriptor.query(name, field, method.arguments().toArray(new String[0])),
            java,
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

  /** Lets those callers pass that the field is for. */
  private record GuardedFetcher(Access access, DataFetcher<?> fetcher)
      implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
    @Override
    public Optional<FieldSource> source() {
      if (fetcher instanceof ComputingFetcher<?> unguarded) {
        return Optional.of(new FieldSource.Computed(unguarded::call, access));
      }
      return fetcher instanceof ReadingFetcher<?> unguarded
          ? Optional.of(new FieldSource.Property(unguarded::read, access))
          : Optional.empty();
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      Execution.request(environment).clearance().require(access);
      return fetcher.get(environment);
    }
  }

  /** Calls the method with the object and the arguments, without reflection. */
  private record ComputingFetcher<S>(FieldMethod<S> method, FieldValidator validator)
      implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
    @Override
    public Optional<FieldSource> source() {
      return Optional.of(new FieldSource.Computed(this::call, Access.open()));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return call(
          Objects.requireNonNull(environment.<Object>getSource()),
          environment.getArguments(),
          Execution.request(environment));
    }

    @SuppressWarnings("unchecked") // the type's own class made the method
    private @Nullable Object call(
        Object source, Map<String, @Nullable Object> arguments, SharedRequest request)
        throws Exception {
      return method.call((S) source, InputFields.arguments(arguments, request, validator));
    }

    ComputingFetcher<S> checkedBy(FieldValidator other) {
      return new ComputingFetcher<>(method, other);
    }
  }

  /** Calls the reader with the object, without reflection. */
  private record ReadingFetcher<S>(FieldReader<S> reader)
      implements TrivialDataFetcher<@Nullable Object>, PlannableFetcher<@Nullable Object> {
    @Override
    public Optional<FieldSource> source() {
      return Optional.of(new FieldSource.Property(this::read, Access.open()));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return read(Objects.requireNonNull(environment.<Object>getSource()));
    }

    @SuppressWarnings("unchecked") // the type's own class made the reader
    private @Nullable Object read(Object source) throws Exception {
      return reader.read((S) source);
    }
  }
}
