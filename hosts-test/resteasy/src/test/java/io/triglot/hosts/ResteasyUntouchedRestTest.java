package io.triglot.hosts;

import io.triglot.processor.adoption.UntouchedRest;
import io.triglot.processor.backend.rest.RestHost;
import java.util.Set;

/** An adopted resource on RESTEasy. */
class ResteasyUntouchedRestTest extends UntouchedRest {
  @Override
  protected RestHost start(Set<Class<?>> classes) {
    return ResteasyHost.start(classes);
  }
}
