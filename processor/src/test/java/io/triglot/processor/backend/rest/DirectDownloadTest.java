package io.triglot.processor.backend.rest;

/** Content of any media type, at the endpoint itself. */
class DirectDownloadTest extends DownloadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }
}
