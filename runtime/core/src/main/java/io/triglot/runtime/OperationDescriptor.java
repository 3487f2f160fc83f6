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
 */
public record OperationDescriptor(
    String service,
    String name,
    OperationKind kind,
    Access access,
    boolean blocking,
    @Nullable Duration timeout,
    List<String> parameters) {

  /** Refuses null components and takes a copy of the list. */
  public OperationDescriptor {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(access, "access");
    parameters = List.copyOf(parameters);
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
    return new OperationDescriptor(service, name, kind, access, blocking, timeout, parameters);
  }

  /** The same operation, run on the thread that received the call. */
  public OperationDescriptor nonBlocking() {
    return new OperationDescriptor(service, name, kind, access, false, timeout, parameters);
  }

  /** The same operation, whose calls fail with DEADLINE_EXCEEDED when they take longer. */
  public OperationDescriptor timeout(Duration timeout) {
    return new OperationDescriptor(service, name, kind, access, blocking, timeout, parameters);
  }

  /** The operation's name with its service, such as {@code ProductService.product}. */
  public String id() {
    return service + "." + name;
  }

  private static OperationDescriptor open(
      String service, String name, OperationKind kind, String... parameters) {
    return new OperationDescriptor(
        service, name, kind, Access.open(), true, null, List.of(parameters));
  }
}
