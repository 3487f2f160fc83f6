package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlUploadBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Files in GraphQL requests, on Quarkus. */
class QuarkusGraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
