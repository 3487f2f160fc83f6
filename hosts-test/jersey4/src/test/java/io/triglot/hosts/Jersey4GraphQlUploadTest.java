package io.triglot.hosts;

import io.triglot.processor.backend.graphql.GraphQlUploadBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** Files in GraphQL requests, on Jersey 4. */
class Jersey4GraphQlUploadTest extends GraphQlUploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
