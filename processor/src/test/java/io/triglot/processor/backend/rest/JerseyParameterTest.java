package io.triglot.processor.backend.rest;

/** Parameters in every place, on Jersey. */
class JerseyParameterTest extends ParameterBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
