package io.triglot.hosts;

import io.triglot.processor.backend.rest.EventIdsBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** Ids of events, on Jersey 4. */
class Jersey4EventIdsTest extends EventIdsBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
