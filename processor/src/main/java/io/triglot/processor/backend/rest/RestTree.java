package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The model as REST has it.
 *
 * @param resources one for each service that is offered on REST, in the model's order
 */
record RestTree(ApiModel model, List<Resource> resources) {
  RestTree {
    resources = List.copyOf(resources);
  }

  /** The resource methods of all resources. */
  Stream<ResourceMethod> methods() {
    return resources.stream().flatMap(resource -> resource.methods().stream());
  }

  /** An operation on REST; empty where it is not offered. */
  Optional<ResourceMethod> method(Service service, Operation operation) {
    return resources.stream()
        .filter(resource -> resource.service().javaName().equals(service.javaName()))
        .flatMap(resource -> resource.methods().stream())
        .filter(method -> method.operation().name().equals(operation.name()))
        .findFirst();
  }

  /** The types of what callers can ask for beside results. */
  Stream<TypeRef> expanded() {
    return resources.stream()
        .flatMap(
            resource -> new Expansions(model, resource.service()).mentioned(resource.methods()));
  }

  /** The types that an operation mentions itself: of its arguments, and of its result. */
  static Stream<TypeRef> mentioned(Operation operation) {
    return Stream.of(
            operation.received().stream().map(each -> each.type()),
            operation.metadata().stream().map(header -> header.type()),
            Stream.of(operation.result()))
        .flatMap(each -> each);
  }
}
