package io.triglot.processor.backend.rest;

/** Batched fields beside results, at the endpoint itself. */
class DirectExpandTest extends ExpandBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }
}
