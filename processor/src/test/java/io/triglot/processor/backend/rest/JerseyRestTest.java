package io.triglot.processor.backend.rest;

/** The library served by Jersey from its generated resource. */
class JerseyRestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
