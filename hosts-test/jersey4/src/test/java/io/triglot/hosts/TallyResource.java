package io.triglot.hosts;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A resource that Jersey makes for each request, with what HK2 injects. */
@Path("/tally")
@PermitAll
public class TallyResource {
  private final Tally tally;
  private int visits;

  @Inject
  public TallyResource(Tally tally) {
    this.tally = tally;
  }

  /** How often this instance, and all of them, were visited. */
  @ApiOperation
  @GET
  @Path("/{name}")
  public String visit(@PathParam("name") String name) {
    return name + " " + ++visits + " of " + tally.next();
  }
}
