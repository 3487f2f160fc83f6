package io.triglot.processor.backend.rest;

/** Lines of JSON that clients stream, at the endpoint itself. */
class DirectLinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }
}
