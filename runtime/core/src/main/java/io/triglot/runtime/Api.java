package io.triglot.runtime;

import io.triglot.runtime.adoption.ExceptionMappers;
import io.triglot.runtime.adoption.ResourceProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application's services and the one policy that guards them, from which each protocol makes its
 * own endpoint: {@code RestEndpoint}, {@code GraphQlEndpoint}, {@code GrpcEndpoint} in the packages
 * of these names.
 *
 * <p>Immutable and thread-safe.
 */
public final class Api {
  private final List<BoundService> services;
  private final Map<String, List<CallInterceptor>> fieldInterceptors;
  private final Calls calls;
  private final boolean ofOneModule;

  private Api(Builder builder) {
    services = List.copyOf(builder.services);
    CompiledModules modules = CompiledModules.of(services);
    modules.refuseStale();
    ofOneModule = modules.areOne();
    fieldInterceptors = copy(builder.fieldInterceptors);
    builder.targets.forEach(this::requireOperation);
    CallValidator validator =
        builder.validator == null ? DefaultValidator.of(services) : builder.validator;
    CallPolicy policy =
        new CallPolicy(
            builder.observers,
            builder.limited(),
            Validation.of(validator, services),
            builder.interceptors,
            builder.authenticator != null);
    if (builder.authenticator == null) {
      UnguardedAdoption.warn(services);
    }
    calls =
        new Calls(
            policy,
            new FailureMapper(builder.exceptionMappers),
            builder.validator == null ? DefaultValidator.ofFields() : builder.validator);
  }

  /** An API of these services, with no authenticator: every call is anonymous. */
  public static Api of(Object... services) {
    Builder builder = builder();
    for (Object service : services) {
      builder.service(service);
    }
    return builder.build();
  }

  /** A builder without services. */
  public static Builder builder() {
    return new Builder();
  }

  /** The services, in the order in which they were added. */
  public List<BoundService> services() {
    return services;
  }

  /** What stands around single fields of GraphQL types, by their coordinates. */
  public Map<String, List<CallInterceptor>> fieldInterceptors() {
    return fieldInterceptors;
  }

  /**
   * Whether one run of the processor has seen all services: what does not fit together has not
   * compiled then. False where that cannot be told.
   */
  public boolean isOfOneModule() {
    return ofOneModule;
  }

  private void requireOperation(String id) {
    List<String> known =
        services.stream()
            .map(BoundService::contract)
            .flatMap(each -> Stream.of(each.operations(), each.batches()))
            .flatMap(List::stream)
            .map(OperationDescriptor::id)
            .toList();
    if (!known.contains(id)) {
      throw new IllegalStateException(
          "There is an interceptor for "
              + id
              + ", which no service has. There are "
              + String.join(", ", known));
    }
  }

  private static Map<String, List<CallInterceptor>> copy(
      Map<String, List<CallInterceptor>> interceptors) {
    Map<String, List<CallInterceptor>> copies = new TreeMap<>();
    interceptors.forEach((field, each) -> copies.put(field, List.copyOf(each)));
    return Collections.unmodifiableMap(copies);
  }

  /** The chain that all their calls walk. */
  public Calls calls() {
    return calls;
  }

  /**
   * The services' bindings of one protocol; a service that is not offered on it has none.
   *
   * @param suffix what a binding's name adds to that of its service's class
   * @param binding the type that the bindings have
   */
  public <B> List<B> bindings(String suffix, Class<B> binding) {
    return services.stream()
        .flatMap(service -> service.binding(suffix, binding, calls).stream())
        .toList();
  }

  /** Collects services and policy. Not thread-safe. */
  public static final class Builder {
    private final List<BoundService> services = new ArrayList<>();
    private @Nullable Authenticator authenticator;
    private final List<RateLimit> rateLimits = new ArrayList<>();
    private @Nullable CallValidator validator;
    private ExceptionMappers exceptionMappers = ExceptionMappers.NONE;
    private final List<CallObserver> observers = new ArrayList<>();
    private final List<CallInterceptor> interceptors = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final Map<String, List<CallInterceptor>> fieldInterceptors = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a service, an instance of a class with {@code @ApiOperation} methods.
     *
     * @throws MissingBindingException when the processor did not see that class
     */
    public Builder service(Object service) {
      services.add(BoundService.of(service));
      return this;
    }

    /**
     * Adds a JAX-RS resource class that was adopted, whose calls get their instances from its
     * container; {@link #service} does for one that is made by hand and serves all of them.
     *
     * @param type the class, or one that inherits from it
     * @throws MissingBindingException when the processor did not see that class
     * @throws IllegalStateException when it is no resource
     */
    public <T> Builder resource(Class<T> type, ResourceProvider<? extends T> resources) {
      services.add(BoundService.of(type, resources));
      return this;
    }

    /**
     * Sets what finds out who calls; without one, every call is anonymous, and nobody may call what
     * was adopted from JAX-RS. That needs {@link Authenticator#anonymous} to be said where it is
     * meant.
     */
    public Builder authenticator(Authenticator authenticator) {
      this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
      return this;
    }

    /** Adds a limit of how often a client may call; several hold together. None if not set. */
    public Builder rateLimit(RateLimit limit) {
      rateLimits.add(Objects.requireNonNull(limit, "limit"));
      return this;
    }

    /**
     * Sets what judges arguments and results. Without one, the provider of Jakarta Validation on
     * the class path does where operations have constraints; where there is none, a warning lists
     * the operations whose constraints nobody checks.
     */
    public Builder validator(CallValidator validator) {
      this.validator = Objects.requireNonNull(validator, "validator");
      return this;
    }

    /**
     * Adds what the failures of adopted JAX-RS resources are mapped by on REST, so that other
     * protocols tell the same: {@link ExceptionMappers#of} for mappers told one by one.
     */
    public Builder exceptionMappers(ExceptionMappers mappers) {
      exceptionMappers = exceptionMappers.or(Objects.requireNonNull(mappers, "mappers"));
      return this;
    }

    /** Adds what sees every call; observers see a call begin in the order of their addition. */
    public Builder observer(CallObserver observer) {
      observers.add(Objects.requireNonNull(observer, "observer"));
      return this;
    }

    /** Adds what stands around the methods; the first that is added is the outermost. */
    public Builder interceptor(CallInterceptor interceptor) {
      interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
      return this;
    }

    private Authenticator limited() {
      Authenticator known = authenticator == null ? Authenticator.anonymous() : authenticator;
      return rateLimits.isEmpty() ? known : new LimitedAuthenticator(known, rateLimits);
    }

    /**
     * Adds what stands around the method of one operation, in the same order as those around all.
     *
     * @param operation its id, such as {@code OrderService.createOrder}; that of a batched field
     *     has the type in it, {@code OrderService.Order.product}
     */
    public Builder interceptor(String operation, CallInterceptor interceptor) {
      targets.add(Objects.requireNonNull(operation, "operation"));
      return interceptor(new TargetedInterceptor(operation, interceptor));
    }

    /**
     * Adds what stands around one field of a GraphQL type, whenever a caller that may receive it
     * asks for it. The context that it sees has the field as its operation, a query without
     * parameters. It does not block.
     *
     * @param field the type and the field, such as {@code Product.price}; not one of Query,
     *     Mutation or Subscription, nor a batched one, which are operations
     */
    public Builder fieldInterceptor(String field, CallInterceptor interceptor) {
      fieldInterceptors
          .computeIfAbsent(Objects.requireNonNull(field, "field"), absent -> new ArrayList<>())
          .add(Objects.requireNonNull(interceptor, "interceptor"));
      return this;
    }

    /**
     * The API.
     *
     * @throws IllegalStateException when constraints cannot be checked as they are declared, an
     *     interceptor is for an operation that no service has, or a class was deleted from a
     *     service's module and nothing was compiled since
     */
    public Api build() {
      return new Api(this);
    }
  }
}
