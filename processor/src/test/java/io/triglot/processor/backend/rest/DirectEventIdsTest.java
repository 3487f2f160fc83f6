package io.triglot.processor.backend.rest;

/** Ids of events, at the endpoint itself. */
class DirectEventIdsTest extends EventIdsBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }
}
