package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** The library served by RESTEasy from its generated resource. */
class ResteasyRestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
