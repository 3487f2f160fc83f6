package io.triglot.hosts;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.ParameterBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Parameters in every place, on Jersey 4. */
class Jersey4ParameterTest extends ParameterBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
