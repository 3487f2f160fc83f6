package io.triglot.processor.adoption;

import java.util.List;

/** A JAX-RS application as there are many: a resource, its JSON, and a mapper of its exception. */
final class Orders {
  static final String RESOURCE =
      """
      package com.acme;

      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.net.URI;
      import java.util.List;

      ADOPTED
      @Path("/orders")
      @Produces(MediaType.APPLICATION_JSON)
      public class OrderResource {
        @GET
        public List<Order> orders(@QueryParam("page-size") @DefaultValue("2") int pageSize) {
          return List.of(new Order(1, "Milk"), new Order(2, "Eggs")).subList(0, pageSize);
        }

        @GET
        @Path("/{id: [0-9]+}")
        public Order order(@PathParam("id") long id) throws NoSuchOrder {
          if (id > 9) {
            throw new NoSuchOrder(id);
          }
          return new Order(id, "Milk");
        }

        @GET
        @Path("/{id: [0-9]+}/label")
        @Produces({"text/plain;qs=0.5", "text/html"})
        public String label(@PathParam("id") String id) {
          return "<b>" + id + "</b>";
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Response create(Order order) {
          return Response.created(URI.create("/orders/" + order.id()))
              .entity(order).header("X-Kept", "yes").build();
        }

        @DELETE
        @Path("/{id: [0-9]+}")
        public void delete(@PathParam("id") long id) {}

        @GET
        @Path("/broken")
        public Order broken() {
          throw new InternalServerErrorException("broken");
        }
      }
      """;

  static final String JSON =
      """
      package com.acme;

      import com.fasterxml.jackson.databind.ObjectMapper;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.*;
      import java.io.*;
      import java.lang.annotation.Annotation;
      import java.lang.reflect.Type;

      @Provider
      @Consumes(MediaType.APPLICATION_JSON)
      @Produces(MediaType.APPLICATION_JSON)
      public class OrderJson implements MessageBodyReader<Order>, MessageBodyWriter<Object> {
        private final ObjectMapper json = new ObjectMapper();

        @Override
        public boolean isReadable(Class<?> c, Type t, Annotation[] a, MediaType m) {
          return c == Order.class;
        }

        @Override
        public Order readFrom(
            Class<Order> c, Type t, Annotation[] a, MediaType m,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
          try {
            return json.readValue(body, Order.class);
          } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new BadRequestException("Malformed");
          }
        }

        @Override
        public boolean isWriteable(Class<?> c, Type t, Annotation[] a, MediaType m) {
          return true;
        }

        @Override
        public void writeTo(
            Object value, Class<?> c, Type t, Annotation[] a, MediaType m,
            MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
          body.write(json.writeValueAsBytes(value));
        }
      }
      """;

  static final String REST =
      """
      package com.acme;

      import jakarta.ws.rs.core.Response;
      import jakarta.ws.rs.ext.*;

      public class NoSuchOrder extends Exception {
        private static final long serialVersionUID = 1;

        public NoSuchOrder(long id) {
          super("There is no order " + id);
        }

        @Provider
        public static class Mapper implements ExceptionMapper<NoSuchOrder> {
          @Override
          public Response toResponse(NoSuchOrder failure) {
            return Response.status(404).type("text/plain").entity(failure.getMessage()).build();
          }
        }
      }

      record Order(long id, String text) {}
      """;

  /** Method, path, accepted type, type, body. */
  static final List<String> REQUESTS =
      List.of(
          "GET /orders - - -",
          "GET /orders?page-size=1 application/json - -",
          "GET /orders?page-size=many - - -",
          "GET /orders text/html - -",
          "HEAD /orders - - -",
          "OPTIONS /orders - - -",
          "PUT /orders - application/json {}",
          "POST /orders - application/json {\"id\":3,\"text\":\"Tea\"}",
          "POST /orders - application/json {\"id\":}",
          "POST /orders - text/plain Tea",
          "GET /orders/7 */* - -",
          "GET /orders/77 - - -",
          "GET /orders/seven - - -",
          "HEAD /orders/7 - - -",
          "OPTIONS /orders/7 - - -",
          "DELETE /orders/7 - - -",
          "GET /orders/7/label - - -",
          "GET /orders/7/label text/plain - -",
          "GET /orders/7/label text/plain;q=0.9,text/html;q=0.1 - -",
          "GET /orders/7/label image/png - -",
          "GET /orders/broken - - -",
          "GET /nothing - - -");

  private Orders() {}
}
