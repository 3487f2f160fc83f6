package io.triglot.processor.backend.rest;

/** Lines of JSON that clients stream, on Jersey. */
class JerseyLinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
