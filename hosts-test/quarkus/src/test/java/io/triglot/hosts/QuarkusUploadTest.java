package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;

/** Content that clients send, on Quarkus. */
class QuarkusUploadTest extends UploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
