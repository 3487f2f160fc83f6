package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** GraphQL served by Jersey. */
class JerseyGraphQlTest extends GraphQlBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
