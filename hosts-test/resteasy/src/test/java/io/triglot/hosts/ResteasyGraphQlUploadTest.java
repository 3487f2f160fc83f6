package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlUploadBehaviour;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** Files in GraphQL requests, on RESTEasy. */
class ResteasyGraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost serve(Set<Object> resources, int maxBodyBytes) {
    return ResteasyHost.serve(resources, maxBodyBytes);
  }
}
