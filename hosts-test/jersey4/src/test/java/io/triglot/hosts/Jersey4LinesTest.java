package io.triglot.hosts;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.LinesBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Lines of JSON that clients stream, on Jersey 4. */
class Jersey4LinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
