package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** GraphQL served by Jersey 4. */
class Jersey4GraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return JerseyHost.serve(resources, maxBodyBytes);
  }
}
