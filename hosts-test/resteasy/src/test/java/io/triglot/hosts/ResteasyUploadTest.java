package io.triglot.hosts;

import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;

/** Content that clients send, on RESTEasy. */
class ResteasyUploadTest extends UploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return ResteasyHost::start;
  }
}
