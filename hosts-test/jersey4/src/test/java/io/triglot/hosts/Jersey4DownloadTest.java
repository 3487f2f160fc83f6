package io.triglot.hosts;

import io.triglot.processor.backend.rest.DownloadBehaviour;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;

/** Content of any media type, on Jersey 4. */
class Jersey4DownloadTest extends DownloadBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return JerseyHost::start;
  }
}
