package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** The library served by Quarkus from its generated resource. */
class QuarkusRestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
