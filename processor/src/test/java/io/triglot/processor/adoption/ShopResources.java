package io.triglot.processor.adoption;

/** Resources as teams write them, in either name of JAX-RS. */
final class ShopResources {
  static final String ORDERS =
      """
      package com.acme.shop;

      import jakarta.ws.rs.*;
      import jakarta.ws.rs.container.*;
      import jakarta.ws.rs.core.*;
      import io.triglot.*;
      import java.util.*;
      import java.util.concurrent.*;

      @ApiService
      @Path(OrderResource.PATH)
      @Produces(MediaType.APPLICATION_JSON)
      @Consumes(MediaType.APPLICATION_JSON)
      public class OrderResource extends BaseResource implements Described {
        static final String PATH = "shops/{shop}/orders";

        public record Order(String id, int quantity) {}
        public enum Sort { NAME, DATE }

        public static class Range {
          final int from;
          final int to;
          public Range(String text) {
            from = Integer.parseInt(text.split("-")[0]);
            to = Integer.parseInt(text.split("-")[1]);
          }
          public int getFrom() { return from; }
          @Override public String toString() { return from + "-" + to; }
        }

        public static class Paging {
          @QueryParam("page") @DefaultValue("1") private int page;
          private String after;
          @HeaderParam("X-Tenant") public String tenant;
          @QueryParam("after") public void setAfter(String after) { this.after = after; }
        }

        @Override public String described(String text) { return "described " + text; }

        @GET @Path("{id: [a-z]+}")
        public Order order(@PathParam("shop") long shop, String id) {
          return new Order(shop + id, 1);
        }

        @GET
        public List<Order> orders(
            @QueryParam("ids") List<UUID> ids,
            @QueryParam("sort") @DefaultValue("DATE") Sort sort,
            @QueryParam("range") Range range,
            @QueryParam("max") int max,
            @QueryParam("q") Optional<String> q) {
          return List.of(new Order(ids.size() + sort.name() + range + q.orElse("?"), max));
        }

        @GET @Path("paged")
        public String paged(@BeanParam Paging paging, @CookieParam("sid") Cookie sid,
            @HeaderParam("X-Count") int count, @CookieParam("theme") @DefaultValue("dark") String theme) {
          return paging.page + "," + paging.after + "," + paging.tenant + "," + sid.getValue()
              + "," + count + "," + theme;
        }

        @GET @Path("context/{id}")
        public String context(
            @PathParam("shop") String shop, @PathParam("id") String id, @QueryParam("q") String q,
            @Context HttpHeaders headers, @Context SecurityContext security, @Context UriInfo uri,
            @Context Request request) {
          return headers.getHeaderString("X-Tenant") + "," + security.getUserPrincipal().getName()
              + "," + security.isUserInRole("user") + "," + uri.getPath() + ","
              + uri.getQueryParameters().getFirst("q") + ","
              + uri.getAbsolutePathBuilder().path("x").build() + "," + request.getMethod();
        }

        @ApiOperation(returns = Order.class)
        @POST
        public Response create(Order order) {
          if (order.quantity() < 1) {
            return Response.status(422).entity(Map.of("message", "Too few", "least", 1)).build();
          }
          return Response.created(java.net.URI.create("/orders/1")).entity(order).build();
        }

        @ApiOperation(returns = Order[].class)
        @GET @Path("listed")
        public Response listed() {
          return Response.ok(new GenericEntity<List<Order>>(List.of(new Order("a", 1))) {}).build();
        }

        @ApiOperation(returns = Void.class)
        @DELETE @Path("{id}")
        public Response delete(@PathParam("id") String id) {
          return id.equals("gone") ? Response.status(410).build() : Response.noContent().build();
        }

        @GET @Path("later")
        public CompletionStage<Order> later() {
          return CompletableFuture.supplyAsync(() -> new Order("later", 1));
        }

        @ApiOperation(returns = Order.class)
        @GET @Path("suspended")
        public void suspended(@QueryParam("id") String id, @Suspended AsyncResponse response) {
          CompletableFuture.runAsync(() -> response.resume(
              id.equals("none") ? new NotFoundException() : new Order(id, 2)));
        }

        @ApiOperation(returns = Order.class)
        @GET @Path("stage")
        public CompletionStage<Response> stage() {
          return CompletableFuture.supplyAsync(() -> Response.ok(new Order("stage", 1)).build());
        }

        @GET @Path("failing")
        public Order failing(@QueryParam("how") String how) {
          switch (how) {
            case "404": throw new NotFoundException("no such order");
            case "entity": throw new WebApplicationException(
                Response.status(409).entity(new Order("taken", 1)).build());
            case "mapped": throw new IllegalStateException("mapped");
            case "503": throw new ServiceUnavailableException(30L);
            default: throw new UnsupportedOperationException("secret");
          }
        }

        @GET @Path("events") @Produces("text/event-stream")
        public Flow.Publisher<Integer> events() {
          SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>() {
            @Override public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
              super.subscribe(subscriber);
              submit(1);
              submit(2);
              close();
            }
          };
          return publisher;
        }

        @GET @Path("page") @Produces("text/html")
        public Map<String, String> page() { return Map.of(); }

        @GET @Path("unsaid")
        public Response unsaid() { return Response.ok().build(); }

        @POST @Path("upload") @Consumes("multipart/form-data")
        public void upload(java.io.InputStream body) {}

        @Path("items")
        public Object items() { return new Object(); }
      }
      """;

  static final String BASE =
      """
      package com.acme.shop;

      import jakarta.ws.rs.*;

      public abstract class BaseResource {
        @io.triglot.ApiOperation
        @GET @Path("inherited/{n : [0-9]+}")
        public int inherited(@PathParam("n") int n) { return n + 1; }

        @Path("/v1")
        public static class V1 extends BaseResource {}
      }
      """;

  static final String DESCRIBED =
      """
      package com.acme.shop;

      import jakarta.ws.rs.*;

      public interface Described {
        @GET @Path("described")
        String described(@QueryParam("q") @DefaultValue("none") String q);
      }
      """;

  /** The same of what came before. */
  static final String OLD =
      """
      package com.acme.old;

      import javax.ws.rs.*;
      import javax.ws.rs.container.*;
      import javax.ws.rs.core.*;
      import io.triglot.*;
      import java.util.*;

      @Path("/old")
      public class OldResource {
        @ApiOperation
        @GET @Path("{id}")
        public String get(@PathParam("id") String id, @Context HttpHeaders headers,
            @Context SecurityContext security, @CookieParam("sid") String sid,
            @HeaderParam("X-Tenant") String tenant) {
          return id + "," + headers.getHeaderString("X-Tenant") + ","
              + headers.getRequestHeaders().getFirst("x-tenant") + ","
              + security.getUserPrincipal().getName() + "," + sid + "," + tenant;
        }

        @ApiOperation(returns = String.class)
        @GET @Path("later")
        public void later(@Suspended AsyncResponse response) {
          response.resume("later");
        }
      }
      """;

  private ShopResources() {}
}
