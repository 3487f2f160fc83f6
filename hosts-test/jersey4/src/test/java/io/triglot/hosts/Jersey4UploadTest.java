package io.triglot.hosts;

import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;

/** Content that clients send, on Jersey 4. */
class Jersey4UploadTest extends UploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
