package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestBehaviour;
import io.triglot.processor.backend.rest.RestHost;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The library served by Quarkus from its generated resource. */
class QuarkusRestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }

  @Override
  @Test
  @Disabled("Quarkus REST tells the methods of all paths that begin like the class's, which is /")
  public void tellsTheMethodsOfAPath() {}

  @Override
  @Test
  @Disabled("Quarkus REST answers 405 without Allow")
  public void tellsTheMethodsWithTheRefusalOfAnother() {}
}
