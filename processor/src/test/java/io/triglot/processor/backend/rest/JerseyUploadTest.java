package io.triglot.processor.backend.rest;

/** Content that clients send, on Jersey. */
class JerseyUploadTest extends UploadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
