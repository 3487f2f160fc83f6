package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** GraphQL served by Quarkus. */
class QuarkusGraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
