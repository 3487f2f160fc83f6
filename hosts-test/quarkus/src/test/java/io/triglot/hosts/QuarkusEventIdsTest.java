package io.triglot.hosts;

import io.triglot.processor.backend.rest.EventIdsBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Ids of events, on Quarkus. */
class QuarkusEventIdsTest extends EventIdsBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
