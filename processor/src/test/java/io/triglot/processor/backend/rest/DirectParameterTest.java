package io.triglot.processor.backend.rest;

import org.junit.jupiter.api.Test;

/** Parameters in every place, at the endpoint itself. */
class DirectParameterTest extends ParameterBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }

  @Test
  void checksConstraintsOfHeaders() {
    assertWrong(
        client().get("parcels", "X-Tenant", "acme-acme"),
        "X-Tenant",
        "size must be between 0 and 5");
  }
}
