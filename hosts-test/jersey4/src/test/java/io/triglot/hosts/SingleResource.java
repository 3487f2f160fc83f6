package io.triglot.hosts;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource of which Jersey makes one. */
@Path("/single")
@Singleton
@PermitAll
public class SingleResource {
  private final AtomicInteger count = new AtomicInteger();

  /** Counts up. */
  @ApiOperation
  @POST
  public int next() {
    return count.incrementAndGet();
  }
}
