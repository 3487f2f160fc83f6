package io.triglot.hosts;

import io.triglot.processor.backend.rest.CrossOriginBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** Pages of other origins, on Jersey 4. */
class Jersey4CrossOriginTest extends CrossOriginBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return JerseyHost.serve(resources, maxBodyBytes);
  }
}
