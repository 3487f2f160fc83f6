package io.triglot.server.notes;

import io.triglot.ApiOperation;

/** Wants a path of the server's own. */
public class ProbeService {
  /** Whether all is well. */
  @ApiOperation("GET /{probe}")
  public String health(String probe) {
    return probe;
  }
}
