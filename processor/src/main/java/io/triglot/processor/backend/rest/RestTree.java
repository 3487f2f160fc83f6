package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import java.util.List;
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
}
