package io.triglot.processor.backend.rest;

/** The library served by the endpoint itself. */
class DirectRestTest extends RestBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }
}
