package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Callable;

/** Answers what another service answers. */
@PermitAll
public class RelayService {
  private final Callable<String> elsewhere;

  /** A service that asks the other one on the thread of its call. */
  public RelayService(Callable<String> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Whenever that is there. */
  @ApiOperation(value = "GET /relayed", kind = OperationKind.QUERY)
  public String relayed() throws Exception {
    return elsewhere.call();
  }

  /** Within a minute. */
  @ApiOperation(value = "GET /relayed-in-time", kind = OperationKind.QUERY, timeoutMillis = 60_000)
  public String relayedInTime() throws Exception {
    return elsewhere.call();
  }
}
