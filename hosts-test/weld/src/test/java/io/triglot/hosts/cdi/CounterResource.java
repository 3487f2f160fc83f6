package io.triglot.hosts.cdi;

import io.triglot.ApiOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One resource for all requests. */
@Path("/counter")
@ApplicationScoped
public class CounterResource {
  private final AtomicInteger count = new AtomicInteger();

  /** Counts up. */
  @ApiOperation
  @POST
  public int next() {
    return count.incrementAndGet();
  }
}
