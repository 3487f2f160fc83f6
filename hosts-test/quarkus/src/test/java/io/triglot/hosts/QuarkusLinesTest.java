package io.triglot.hosts;

import io.triglot.processor.backend.rest.LinesBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Lines of JSON that clients stream, on Quarkus. */
class QuarkusLinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
