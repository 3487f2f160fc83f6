package com.acme.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What is known of the way of one order. */
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
  private final Order order;

  LogResource(Order order) {
    this.order = order;
  }

  @GET
  @Path("/{number}")
  public String entry(@PathParam("number") int number) {
    List<String> notes = order.getNotes();
    return "\"" + notes.get(number) + "\"";
  }
}
