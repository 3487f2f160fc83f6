package io.triglot.hosts.spring;

import io.triglot.ApiService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A bean of Spring that Jersey injects something of a request into. */
@ApiService
@Path("/places/{place}")
@Component
@Scope("request")
@PermitAll
public class PlaceResource {
  private final Visitor visitor;

  @PathParam("place")
  private String place;

  @Context private UriInfo uri;

  public PlaceResource(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Who visits where. */
  @GET
  @Path("{name}")
  public String visit(@PathParam("name") String name) {
    visitor.is(name);
    return visitor.entry() + " " + place + " " + uri.getPath();
  }
}
