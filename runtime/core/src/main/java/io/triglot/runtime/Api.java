package io.triglot.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private final Calls calls;

  private Api(Builder builder) {
    services = List.copyOf(builder.services);
    CallValidator validator =
        builder.validator == null ? DefaultValidator.of(services) : builder.validator;
    CallPolicy policy =
        new CallPolicy(
            builder.observers,
            builder.limited(),
            Validation.of(validator, services),
            builder.interceptors);
    calls = new Calls(policy, new FailureMapper());
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
    private Authenticator authenticator = Authenticator.anonymous();
    private final List<RateLimit> rateLimits = new ArrayList<>();
    private @Nullable CallValidator validator;
    private final List<CallObserver> observers = new ArrayList<>();
    private final List<CallInterceptor> interceptors = new ArrayList<>();

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

    /** Sets what finds out who calls; without one, every call is anonymous. */
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
      return rateLimits.isEmpty()
          ? authenticator
          : new LimitedAuthenticator(authenticator, rateLimits);
    }

    /**
     * The API.
     *
     * @throws IllegalStateException when constraints cannot be checked as they are declared
     */
    public Api build() {
      return new Api(this);
    }
  }
}
