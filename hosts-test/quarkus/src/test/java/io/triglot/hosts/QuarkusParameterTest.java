package io.triglot.hosts;

import io.triglot.processor.backend.rest.ParameterBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Parameters in every place, on Quarkus. */
class QuarkusParameterTest extends ParameterBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
