package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlUploadBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** Files in GraphQL requests, on Jersey 4. */
class Jersey4GraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return JerseyHost.serve(resources, maxBodyBytes);
  }
}
