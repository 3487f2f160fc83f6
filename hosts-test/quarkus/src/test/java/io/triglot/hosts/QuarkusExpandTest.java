package io.triglot.hosts;

import io.triglot.processor.backend.rest.ExpandBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Batched fields beside results, on Quarkus. */
class QuarkusExpandTest extends ExpandBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
