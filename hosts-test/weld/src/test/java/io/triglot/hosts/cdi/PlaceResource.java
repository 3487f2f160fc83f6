package io.triglot.hosts.cdi;

import io.triglot.ApiService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** A bean of CDI that Jersey injects something of a request into. */
@ApiService
@Path("/places/{place}")
@RequestScoped
@Announced
public class PlaceResource {
  @PathParam("place")
  private String place;

  @Context private UriInfo uri;
  @Inject private Visitor visitor;

  /** Who visits where. */
  @GET
  @Path("{name}")
  public String visit(@PathParam("name") String name) {
    visitor.is(name);
    return name + " " + place + " " + uri.getPath();
  }
}
