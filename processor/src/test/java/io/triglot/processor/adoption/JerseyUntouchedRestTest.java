package io.triglot.processor.adoption;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** An adopted resource on Jersey 3.1. */
class JerseyUntouchedRestTest extends UntouchedRest {
  @Override
  protected RestHost start(Set<Class<?>> classes) {
    return JerseyHost.start(classes);
  }
}
