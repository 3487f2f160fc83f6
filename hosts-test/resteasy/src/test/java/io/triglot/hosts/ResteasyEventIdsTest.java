package io.triglot.hosts;

import io.triglot.processor.backend.rest.EventIdsBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Ids of events, on RESTEasy. */
class ResteasyEventIdsTest extends EventIdsBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
