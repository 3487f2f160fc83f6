package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** Files in GraphQL requests, on Jersey. */
class JerseyGraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return JerseyHost.serve(resources, maxBodyBytes);
  }
}
