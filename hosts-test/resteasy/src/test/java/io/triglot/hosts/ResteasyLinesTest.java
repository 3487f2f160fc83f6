package io.triglot.hosts;

import io.triglot.processor.backend.rest.LinesBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Lines of JSON that clients stream, on RESTEasy. */
class ResteasyLinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
