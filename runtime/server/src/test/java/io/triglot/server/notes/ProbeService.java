package io.triglot.server.notes;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;

/** Wants a path of the server's own. */
@PermitAll
public class ProbeService {
  /** Whether all is well. */
  @ApiOperation("GET /{probe}")
  public String health(String probe) {
    return probe;
  }
}
