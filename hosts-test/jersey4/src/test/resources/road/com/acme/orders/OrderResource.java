package com.acme.orders;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {
  private final OrderStore store;

  @Inject
  public OrderResource(OrderStore store) {
    this.store = store;
  }

  @GET
  public List<Order> orders(@BeanParam OrderFilter filter) {
    return store.find(filter.customer(), filter.pageSize());
  }

  @GET
  @Path("/{id}")
  public Order order(@PathParam("id") String id) {
    return store.find(id);
  }

  @POST
  public Response create(Order order, @Context SecurityContext caller, @Context UriInfo uri) {
    if (order.getQuantity() < 1) {
      return Response.status(422).entity(Map.of("error", "Order at least one")).build();
    }
    String customer = caller.getUserPrincipal().getName();
    Order created = store.add(customer, order.getArticle(), order.getQuantity());
    return Response.created(uri.getAbsolutePathBuilder().path(created.getId()).build())
        .entity(created)
        .build();
  }

  @POST
  @Path("/{id}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Order addNote(@PathParam("id") String id, @FormParam("text") String text) {
    Order order = store.find(id);
    order.getNotes().add(text);
    return order;
  }

  @DELETE
  @Path("/{id}")
  public Response cancel(@PathParam("id") String id) {
    return store.remove(id)
        ? Response.noContent().build()
        : Response.status(410).entity(Map.of("error", "Cancelled before")).build();
  }

  @Path("/{id}/log")
  public LogResource log(@PathParam("id") String id) {
    return new LogResource(store.find(id));
  }
}
