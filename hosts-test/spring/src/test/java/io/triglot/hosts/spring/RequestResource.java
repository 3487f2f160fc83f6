package io.triglot.hosts.spring;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A resource of its own for each request. */
@Path("/request")
@Component
@Scope("request")
@PermitAll
public class RequestResource {
  private int count;

  /** How often this instance was called. */
  @ApiOperation
  @GET
  public int next() {
    return ++count;
  }
}
