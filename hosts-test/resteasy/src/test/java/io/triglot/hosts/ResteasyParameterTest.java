package io.triglot.hosts;

import io.triglot.processor.backend.rest.ParameterBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Parameters in every place, on RESTEasy. */
class ResteasyParameterTest extends ParameterBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
