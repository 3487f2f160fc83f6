package io.triglot.processor.backend.rest;

/** Batched fields beside results, on Jersey. */
class JerseyExpandTest extends ExpandBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
