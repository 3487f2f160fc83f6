package io.triglot.runtime;

import io.triglot.runtime.adoption.ResourceApi;
import java.util.List;
import java.util.Optional;

/**
 * What a service offers, as the processor saw it. Each service has one generated implementation,
 * named after the service's class with {@code Contract} appended, with a public constructor that
 * takes no argument.
 */
public interface ServiceContract {
  /** The contract of an annotated class or interface; empty where it is none. */
  static Optional<ServiceContract> of(Class<?> service) {
    return GeneratedClasses.find(service, "Contract")
        .filter(ServiceContract.class::isAssignableFrom)
        .map(contract -> (ServiceContract) GeneratedClasses.instantiate(contract));
  }

  /** The contract of the resource whose clients have a marked interface in common. */
  static Optional<ServiceContract> of(ResourceApi marked) {
    return Optional.of((ServiceContract) GeneratedClasses.instantiate(marked.value()));
  }

  /** The API name of the service. */
  String service();

  /** The operations, sorted by name. */
  List<OperationDescriptor> operations();

  /** The batched fields, called like queries, whose one argument is the collection of parents. */
  default List<OperationDescriptor> batches() {
    return List.of();
  }

  /** What callers call the values that they send. */
  default InputNames inputNames() {
    return InputNames.JAVA;
  }

  /**
   * The service's part of a protocol's contract document.
   *
   * @param backend the id of the back end that made it: {@code rest}, {@code graphql}, {@code grpc}
   *     or that of an extension
   * @return the text in that back end's own format; empty where the service has no part in it
   */
  String fragment(String backend);
}
