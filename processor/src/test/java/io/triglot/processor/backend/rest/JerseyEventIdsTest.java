package io.triglot.processor.backend.rest;

/** Ids of events, on Jersey. */
class JerseyEventIdsTest extends EventIdsBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
