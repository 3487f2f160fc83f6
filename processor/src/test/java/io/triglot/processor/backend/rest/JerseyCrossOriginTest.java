package io.triglot.processor.backend.rest;

import java.util.Set;

/** Pages of other origins, on Jersey. */
class JerseyCrossOriginTest extends CrossOriginBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return JerseyHost.serve(resources, maxBodyBytes);
  }
}
