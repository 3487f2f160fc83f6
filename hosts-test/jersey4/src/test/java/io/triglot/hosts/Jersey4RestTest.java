package io.triglot.hosts;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** The library served by Jersey 4 from its generated resource. */
class Jersey4RestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
