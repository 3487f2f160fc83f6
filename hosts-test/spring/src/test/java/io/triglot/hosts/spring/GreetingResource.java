package io.triglot.hosts.spring;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.springframework.stereotype.Component;

/** Greets over REST, as it did before there was gRPC. */
@Component
@Path("/greetings")
public class GreetingResource {
  private final Greetings greetings;

  public GreetingResource(Greetings greetings) {
    this.greetings = greetings;
  }

  @GET
  @Path("/{name}")
  public String greet(@PathParam("name") String name) {
    return greetings.greet(name);
  }
}
