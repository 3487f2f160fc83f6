package io.triglot.hosts.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Greets over REST, as it did before there was gRPC. */
@Path("/greetings")
@RequestScoped
public class GreetingResource {
  @Inject Greetings greetings;

  @GET
  @Path("/{name}")
  public String greet(@PathParam("name") String name) {
    return greetings.greet(name);
  }
}
