package io.triglot.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation at compile time and needed at run time, the same for all protocols.
 *
 * @param service the API name of the service, such as {@code ProductService}
 * @param name the API name of the operation, unique in its service
 * @param kind what a call does
 * @param access who may call
 * @param blocking whether the method may block its thread, which is the normal case; false for
 *     methods that answer with a {@code CompletionStage} or a publisher, or that say so
 * @param timeout how long a call may take; null where there is no limit
 * @param parameters the names of the contract's parameters, in the order in which arguments are
 *     given to {@link Call#proceed}
 * @param method the user's method
 * @param constrained whether the processor saw constraints on its parameters, their types or its
 *     result
 * @param groups the groups by which they are validated; empty for the default group
 * @param adopted whether it is a resource method of JAX-RS, whose callers another host may know by
 *     means that the call does not pass
 * @param cost what a call costs as a field of GraphQL, where every other field costs 1
 * @param cache for how long answers may be kept; null where they may not
 */
public record OperationDescriptor(
    String service,
    String name,
    OperationKind kind,
    Access access,
    boolean blocking,
    @Nullable Duration timeout,
    List<String> parameters,
    JavaMethod method,
    boolean constrained,
    List<Class<?>> groups,
    boolean adopted,
    int cost,
    @Nullable CacheHint cache) {

  /** Refuses null components and takes copies of the lists. */
  public OperationDescriptor {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(access, "access");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(method, "method");
    groups = List.copyOf(groups);
  }

  /** A query that may block and that everybody may call. */
  public static OperationDescriptor query(String service, String name, String... parameters) {
    return open(service, name, OperationKind.QUERY, parameters);
  }

  /** A mutation that may block and that everybody may call. */
  public static OperationDescriptor mutation(String service, String name, String... parameters) {
    return open(service, name, OperationKind.MUTATION, parameters);
  }

  /** A subscription, which never blocks, that everybody may call. */
  public static OperationDescriptor subscription(
      String service, String name, String... parameters) {
    return open(service, name, OperationKind.SUBSCRIPTION, parameters).nonBlocking();
  }

  /** The same operation for the given callers. */
  public OperationDescriptor access(Access access) {
    return with(access, blocking, timeout, method, constrained, groups, adopted);
  }

  /** The same operation, run on the thread that received the call. */
  public OperationDescriptor nonBlocking() {
    return with(access, false, timeout, method, constrained, groups, adopted);
  }

  /** The same operation, whose calls fail with DEADLINE_EXCEEDED when they take longer. */
  public OperationDescriptor timeout(Duration timeout) {
    return with(access, blocking, timeout, method, constrained, groups, adopted);
  }

  /**
   * The same operation of a method of another name, or of which there are several.
   *
   * @param parameters the types of the parameters; none where no other method has the name
   */
  public OperationDescriptor method(String name, Class<?>... parameters) {
    JavaMethod other = new JavaMethod(name, parameters.length == 0 ? null : List.of(parameters));
    return with(access, blocking, timeout, other, constrained, groups, adopted);
  }

  /** The same operation, whose arguments or result have constraints. */
  public OperationDescriptor validated(Class<?>... groups) {
    return with(access, blocking, timeout, method, true, List.of(groups), adopted);
  }

  /** The same operation as a resource method of JAX-RS. */
  public OperationDescriptor asAdopted() {
    return with(access, blocking, timeout, method, constrained, groups, true);
  }

  /** The same operation, which costs so much as a field of GraphQL. */
  public OperationDescriptor cost(int cost) {
    return hinted(cost, cache);
  }

  /** The same operation, whose answers the caller's own cache may keep. */
  public OperationDescriptor privatelyCached(Duration maxAge) {
    return hinted(cost, new CacheHint(maxAge, false));
  }

  /** The same operation, whose answers any cache may keep, if everybody may call it. */
  public OperationDescriptor publiclyCached(Duration maxAge) {
    return hinted(cost, new CacheHint(maxAge, access.equals(Access.open())));
  }

  /** The operation's name with its service, such as {@code ProductService.product}. */
  public String id() {
    return service + "." + name;
  }

  private static OperationDescriptor open(
      String service, String name, OperationKind kind, String... parameters) {
    return new OperationDescriptor(
        service,
        name,
        kind,
        Access.open(),
        true,
        null,
        List.of(parameters),
        new JavaMethod(name.substring(name.lastIndexOf('.') + 1), null),
        false,
        List.of(),
        false,
        1,
        null);
  }

  private OperationDescriptor hinted(int cost, @Nullable CacheHint cache) {
    return new OperationDescriptor(
        service,
        name,
        kind,
        access,
        blocking,
        timeout,
        parameters,
        method,
        constrained,
        groups,
        adopted,
        cost,
        cache);
  }

  private OperationDescriptor with(
      Access access,
      boolean blocking,
      @Nullable Duration timeout,
      JavaMethod method,
      boolean constrained,
      List<Class<?>> groups,
      boolean adopted) {
    return new OperationDescriptor(
        service,
        name,
        kind,
        access,
        blocking,
        timeout,
        parameters,
        method,
        constrained,
        groups,
        adopted,
        cost,
        cache);
  }
}
