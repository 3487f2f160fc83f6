package io.triglot.processor.backend.rest;

/** Content of any media type, on Jersey. */
class JerseyDownloadTest extends DownloadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
