package io.triglot.hosts;

import io.triglot.processor.backend.rest.CrossOriginBehaviour;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** Pages of other origins, on RESTEasy. */
class ResteasyCrossOriginTest extends CrossOriginBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return ResteasyHost.serve(resources, maxBodyBytes);
  }
}
