package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** GraphQL served by RESTEasy. */
class ResteasyGraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
