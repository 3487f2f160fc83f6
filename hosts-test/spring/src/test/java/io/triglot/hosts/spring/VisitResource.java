package io.triglot.hosts.spring;

import io.triglot.ApiOperation;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.springframework.stereotype.Component;

/** The one resource of the application, which calls a bean of the request. */
@Path("/visits")
@Component
@PermitAll
public class VisitResource {
  private final Visitor visitor;
  private final VisitorBook book;

  public VisitResource(Visitor visitor, VisitorBook book) {
    this.visitor = visitor;
    this.book = book;
  }

  /** How often there was a visit in this request, and by whom. */
  @ApiOperation
  @GET
  @Path("/{name}")
  public String visit(@PathParam("name") String name) {
    visitor.is(name);
    return book.entry();
  }
}
