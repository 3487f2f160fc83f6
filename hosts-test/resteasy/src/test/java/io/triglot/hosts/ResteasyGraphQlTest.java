package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlBehaviour;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** GraphQL served by RESTEasy. */
class ResteasyGraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return ResteasyHost.serve(resources, maxBodyBytes);
  }
}
