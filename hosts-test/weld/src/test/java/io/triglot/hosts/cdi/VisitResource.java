package io.triglot.hosts.cdi;

import io.triglot.ApiService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A resource of its own for each request, guarded by a filter. */
@ApiService
@Path("/visits")
@RequestScoped
@SignedIn
@Announced
public class VisitResource {
  @Inject Visitor visitor;
  @Inject VisitorBook book;
  private int visits;

  /** How often this instance was visited, and by whom. */
  @GET
  @Path("/{name}")
  public String visit(@PathParam("name") String name) {
    visitor.is(name);
    visits++;
    return book.entry() + " " + visits;
  }

  @PreDestroy
  void end() {
    book.left();
  }
}
