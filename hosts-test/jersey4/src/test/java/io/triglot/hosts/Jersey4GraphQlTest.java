package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** GraphQL served by Jersey 4. */
class Jersey4GraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
