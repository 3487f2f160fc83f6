package io.triglot.hosts.spring;

import io.triglot.ApiService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.springframework.stereotype.Component;

/** The one resource of the application, with an interceptor, and a context that is injected. */
@ApiService
@Path("/where/{place}")
@Component
@Announced
@PermitAll
public class WhereResource {
  @Context private UriInfo uri;

  /** Where it is called. */
  @GET
  public String where(@PathParam("place") String place) {
    return place + " " + uri.getPath();
  }
}
