package io.triglot.processor.adoption;

import java.util.List;

/** Resources that use what other libraries than JAX-RS have for them. */
final class LibraryResources {
  /** RESTEasy Reactive's own annotations and response, as far as a resource sees them. */
  private static final List<String> RESTEASY_REACTIVE =
      List.of("RestPath", "RestQuery", "RestHeader", "RestCookie", "RestForm", "RestMatrix")
          .stream()
          .map(
              name ->
                  """
                  package org.jboss.resteasy.reactive;

                  public @interface %s {
                    String value() default "";
                  }
                  """
                      .formatted(name))
          .toList();

  private static final String REST_RESPONSE =
      """
      package org.jboss.resteasy.reactive;

      import jakarta.ws.rs.core.Response;

      public class RestResponse<T> {
        private final Response response;

        private RestResponse(Response response) {
          this.response = response;
        }

        public static <T> RestResponse<T> status(int status, T entity) {
          return new RestResponse<>(Response.status(status).entity(entity).build());
        }

        public Response toResponse() {
          return response;
        }
      }
      """;

  private static final String AUTH =
      """
      package io.dropwizard.auth;

      public @interface Auth {}
      """;

  private static final String LIVE =
      """
      package com.acme.live;

      import io.smallrye.mutiny.*;
      import io.triglot.*;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.util.*;
      import org.jboss.resteasy.reactive.*;
      import reactor.core.publisher.*;

      @ApiService
      @Path("/live/{shop}")
      public class LiveResource {
        public record Order(String id, int quantity) {}

        @GET @Path("uni")
        public Uni<Order> uni(@RestPath String shop, @RestQuery("page-size") int pageSize) {
          return Uni.createFrom().item(new Order(shop, pageSize));
        }

        @GET @Path("unis")
        public Uni<List<Order>> unis(String shop) {
          return Uni.createFrom().item(List.of(new Order(shop, 1)));
        }

        @GET @Path("failing")
        public Uni<Order> failing() {
          return Uni.createFrom().failure(new NotFoundException());
        }

        @GET @Path("none")
        public Uni<Void> none() {
          return Uni.createFrom().voidItem();
        }

        @ApiOperation(returns = Order.class)
        @GET @Path("answer")
        public Uni<Response> answer(@RestQuery int status) {
          return Uni.createFrom().item(Response.status(status).entity(new Order("a", 1)).build());
        }

        @GET @Path("multi")
        public Multi<Order> multi(@RestQuery List<String> ids) {
          return Multi.createFrom().iterable(ids).map(id -> new Order(id, 1));
        }

        @GET @Path("mono")
        public Mono<Order> mono(@RestHeader String xTenant, @RestHeader("X-Count") int count) {
          return Mono.just(new Order(xTenant, count));
        }

        @GET @Path("flux")
        public Flux<Order> flux(@RestCookie String sid) {
          return Flux.just(new Order(sid, 1), new Order(sid, 2));
        }

        @GET @Path("broken")
        public Flux<Order> broken() {
          return Flux.concat(Flux.just(new Order("a", 1)), Flux.error(new ForbiddenException()));
        }

        @POST @Path("form") @Consumes("application/x-www-form-urlencoded")
        public String form(@RestForm String name, @RestMatrix int size) {
          return name + size;
        }

        @GET @Path("rest/{status}")
        public RestResponse<Order> rest(@RestPath int status) {
          return status == 0 ? null : RestResponse.status(status, new Order("rest", 1));
        }

        @GET @Path("rests")
        public Uni<RestResponse<List<Order>>> rests() {
          return Uni.createFrom()
              .item(RestResponse.status(200, List.of(new Order("a", 1), new Order("b", 2))));
        }
      }
      """;

  private static final String DOCUMENTED =
      """
      package com.acme.documented;

      import io.swagger.annotations.Api;
      import io.swagger.v3.oas.annotations.Operation;
      import io.swagger.v3.oas.annotations.media.*;
      import io.swagger.v3.oas.annotations.responses.*;
      import io.triglot.ApiService;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import java.util.*;
      import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
      import org.eclipse.microprofile.openapi.annotations.responses.*;

      @Api
      @ApiService
      @Path("/documented")
      public class DocumentedResource {
        public record Receipt(String id) {}

        @io.swagger.annotations.ApiOperation(value = "Swagger 1.5", response = Receipt.class)
        @io.swagger.annotations.ApiResponses(
            @io.swagger.annotations.ApiResponse(code = 404, message = "None", response = String.class))
        @GET @Path("one/value")
        public Response one() { return Response.ok(new Receipt("one")).build(); }

        @io.swagger.annotations.ApiOperation(
            value = "Swagger 1.5", response = Receipt.class, responseContainer = "List")
        @GET @Path("one/list")
        public Response oneList() { return Response.ok(List.of(new Receipt("one"))).build(); }

        @io.swagger.annotations.ApiOperation(value = "Swagger 1.5", response = String.class)
        @io.swagger.annotations.ApiResponses(
            @io.swagger.annotations.ApiResponse(code = 200, message = "It", response = Receipt.class))
        @GET @Path("one/response")
        public Response oneResponse() { return Response.ok(new Receipt("one")).build(); }

        @Operation(responses = {
          @ApiResponse(responseCode = "200",
              content = @Content(schema = @Schema(implementation = Receipt.class))),
          @ApiResponse(responseCode = "404",
              content = @Content(schema = @Schema(implementation = String.class)))})
        @GET @Path("two/value")
        public Response two() { return Response.ok(new Receipt("two")).build(); }

        @ApiResponse(content =
            @Content(array = @ArraySchema(schema = @Schema(implementation = Receipt.class))))
        @GET @Path("two/list")
        public Response twoList() { return Response.ok(Set.of(new Receipt("two"))).build(); }

        @ApiResponse(responseCode = "204", description = "Gone")
        @DELETE @Path("two")
        public Response twoNone() { return Response.noContent().build(); }

        @ApiResponse(responseCode = "2XX", content = {
          @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)),
          @Content(mediaType = "application/hal+json", schema = @Schema(implementation = Receipt.class))})
        @GET @Path("two/media")
        public Response twoMedia() { return Response.ok(new Receipt("media")).build(); }

        @ApiResponse(responseCode = "200",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
        @ApiResponse(responseCode = "201",
            content = @Content(schema = @Schema(implementation = String.class)))
        @GET @Path("two/torn")
        public Response torn() { return Response.ok().build(); }

        @APIResponse(responseCode = "200", content =
            @org.eclipse.microprofile.openapi.annotations.media.Content(schema =
                @org.eclipse.microprofile.openapi.annotations.media.Schema(
                    implementation = Receipt.class)))
        @APIResponse(responseCode = "404", description = "None")
        @GET @Path("profile/value")
        public Response profile() { return Response.ok(new Receipt("profile")).build(); }

        @APIResponse(responseCode = "200", content =
            @org.eclipse.microprofile.openapi.annotations.media.Content(schema =
                @org.eclipse.microprofile.openapi.annotations.media.Schema(
                    type = SchemaType.ARRAY, implementation = Receipt.class)))
        @GET @Path("profile/list")
        public Response profileList() { return Response.ok(List.of(new Receipt("profile"))).build(); }

        @APIResponseSchema(Receipt.class)
        @GET @Path("profile/schema")
        public Response profileSchema() { return Response.ok(new Receipt("schema")).build(); }
      }
      """;

  private static final String SIGNED_IN =
      """
      package com.acme.users;

      import io.dropwizard.auth.Auth;
      import jakarta.ws.rs.*;
      import java.security.Principal;
      import java.util.Optional;

      @io.triglot.ApiService
      @Path("/me")
      public class UserResource {
        public static final class User implements Principal {
          private final String name;
          public User(String name) { this.name = name; }
          @Override public String getName() { return name; }
        }

        @GET
        public String me(@Auth User user, @QueryParam("greeting") String greeting) {
          return greeting + " " + user.getName();
        }

        @GET @Path("perhaps")
        public String perhaps(@Auth Optional<User> user) {
          return user.map(User::getName).orElse("nobody");
        }

        @GET @Path("principal")
        public String principal(@Auth Principal principal) { return principal.getName(); }
      }
      """;

  private LibraryResources() {}

  static String[] sources() {
    List<String> sources = new java.util.ArrayList<>(RESTEASY_REACTIVE);
    sources.addAll(List.of(REST_RESPONSE, AUTH, LIVE, DOCUMENTED, SIGNED_IN));
    return sources.toArray(String[]::new);
  }
}
