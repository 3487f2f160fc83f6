package io.triglot.processor.backend.rest;

import io.triglot.processor.model.Service;
import java.util.List;

/**
 * A service on REST.
 *
 * @param methods at least one, sorted by path and HTTP method
 */
record Resource(Service service, List<ResourceMethod> methods) {
  Resource {
    methods = List.copyOf(methods);
  }
}
