package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** Files in GraphQL requests, on Jersey. */
class JerseyGraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
