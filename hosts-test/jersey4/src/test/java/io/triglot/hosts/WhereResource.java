package io.triglot.hosts;

import io.triglot.ApiService;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;

/** One resource for all requests, which knows which of them it is called by. */
@ApiService
@Path("/where/{place}")
@Singleton
@PermitAll
public class WhereResource {
  @Context private UriInfo uri;

  /** Where it was called. */
  @GET
  public String where(@PathParam("place") String place, @Context Providers providers) {
    return place + " " + uri.getPath() + " " + (providers != null);
  }
}
