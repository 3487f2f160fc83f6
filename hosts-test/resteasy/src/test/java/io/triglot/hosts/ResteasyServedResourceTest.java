package io.triglot.hosts;

import io.triglot.processor.adoption.ServedResource;
import io.triglot.processor.backend.rest.RestHost;
import java.util.List;

/** An adopted resource, served by RESTEasy. */
class ResteasyServedResourceTest extends ServedResource {
  @Override
  protected RestHost start(List<Object> components) {
    return ResteasyHost.start(components);
  }
}
