package io.triglot.hosts;

import io.triglot.processor.backend.rest.DownloadBehaviour;
import io.triglot.processor.backend.rest.RestHost;

/** Content of any media type, on Quarkus. */
class QuarkusDownloadTest extends DownloadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return new QuarkusHost.Starter();
  }
}
