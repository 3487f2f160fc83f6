package io.triglot.hosts.cdi;

import io.triglot.ApiService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** One bean for all requests, with an interceptor, and a context that is injected. */
@ApiService
@Path("/where/{place}")
@ApplicationScoped
@Announced
public class WhereResource {
  @Context private UriInfo uri;

  /** Where it is called. */
  @GET
  public String where(@PathParam("place") String place) {
    return place + " " + uri.getPath();
  }
}
