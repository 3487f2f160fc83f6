package io.triglot.hosts;

import io.triglot.processor.backend.rest.ExpandBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** Batched fields beside results, on Jersey 4. */
class Jersey4ExpandTest extends ExpandBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
