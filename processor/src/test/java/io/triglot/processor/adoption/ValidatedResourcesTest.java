package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValidatedResourcesTest {
  private static final String SOURCE =
      """
      package com.acme;

      import jakarta.validation.*;
      import jakarta.validation.constraints.*;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.Path;
      import jakarta.ws.rs.core.*;
      import java.util.List;
      import java.util.concurrent.*;

      @io.triglot.ApiService
      @Path("/validated")
      public class ValidatedResource {
        public record Order(@NotBlank String id, @Positive int quantity) {}
        public static class Paging {
          @QueryParam("page") @Max(9) public int page;
        }

        @GET
        public int list(@QueryParam("page-size") @DefaultValue("20") @NotNull @Min(2) Integer pageSize,
            @Context HttpHeaders headers) {
          return pageSize;
        }

        @POST
        public String create(@Valid @NotNull Order order) { return order.id(); }

        @GET @Path("paged")
        public int paged(@Valid @BeanParam Paging paging, @HeaderParam("x-n") @Min(1) int n) {
          return paging.page + n;
        }

        @GET @Path("names")
        public int names(@QueryParam("name") @Size(min = 1) String[] names) { return names.length; }

        @GET @Path("thrown")
        public int thrown() {
          throw new ConstraintViolationException(
              Validation.buildDefaultValidatorFactory().getValidator().validate(new Order("", 1)));
        }

        @GET @Path("result") @Max(9)
        public int result(@QueryParam("n") int n) { return n; }

        @GET @Path("stage")
        public CompletionStage<@Valid Order> stage(@QueryParam("n") @Max(20) int n) {
          return CompletableFuture.completedFuture(new Order("a", n));
        }

        @GET @Path("uni")
        public io.smallrye.mutiny.Uni<@Valid Order> uni(@QueryParam("n") int n) {
          return io.smallrye.mutiny.Uni.createFrom().item(new Order("a", n));
        }

        @GET @Path("mono")
        public reactor.core.publisher.Mono<List<@Valid Order>> mono(@QueryParam("n") int n) {
          return reactor.core.publisher.Mono.just(List.of(new Order("a", 1), new Order("b", n)));
        }

        @GET @Path("multi")
        public io.smallrye.mutiny.Multi<@Valid Order> multi(@QueryParam("n") int n) {
          return io.smallrye.mutiny.Multi.createFrom().items(new Order("a", 1), new Order("b", n));
        }

        @GET @Path("flux")
        public reactor.core.publisher.Flux<@Valid Order> flux(@QueryParam("n") int n) {
          return reactor.core.publisher.Flux.just(new Order("a", 1), new Order("b", n));
        }

        @GET @Path("orders")
        public List<@Valid Order> orders(@QueryParam("n") int n) {
          return List.of(new Order("a", 1), new Order("b", n));
        }

        @GET @Path("find/{id}")
        public String find(@PathParam("id") String id) { return id; }

        @io.triglot.ApiOperation(name = "findByNumber")
        @GET @Path("number/{n}")
        public String find(@PathParam("n") @Min(1) int n) { return "" + n; }

        @GET @Path("other/{n}")
        public String find(@PathParam("n") long n) { return "" + n; }
      }
      """;

  @RegisterExtension
  static final CompiledResource RESOURCES =
      new CompiledResource("com.acme.ValidatedResource", SOURCE);

  private static AdoptedService service;

  @BeforeAll
  static void serve() {
    service = AdoptedService.of(RESOURCES.type()).with("x-n", "1");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void validatesWhatTheMethodIsGiven() {
    assertThat(service.call("List", "{}")).isEqualTo("{'result':20}");
    assertRefused("List", "{'pageSize':1}", "page-size: must be greater than or equal to 2");
    assertThat(service.call("Create", "{'order':{'id':'a','quantity':1}}"))
        .isEqualTo("{'result':'a'}");
    assertRefused("Create", "{'order':{'id':'a'}}", "quantity: must be greater than 0");
    assertRefused("Create", "{}", "order: is required");
    assertRefused("Paged", "{'page':10}", "page: must be less than or equal to 9");
    assertRefused("Names", "{}", "name: size must be between 1 and 2147483647");
    assertThat(service.call("Names", "{'name':['a']}")).isEqualTo("{'result':1}");
  }

  @Test
  void givesNothingThatBreaksConstraintsOfResults() {
    assertThat(service.call("Result", "{'n':9}")).isEqualTo("{'result':9}");
    assertThat(service.call("Stage", "{'n':1}")).isEqualTo("{'result':{'id':'a','quantity':1}}");
    assertThat(service.call("Orders", "{'n':1}")).contains("'b'");
    for (String rpc : List.of("Result", "Stage", "Orders")) {
      assertThatThrownBy(() -> service.call(rpc, rpc.equals("Result") ? "{'n':10}" : "{}"))
          .hasMessage("INTERNAL: Internal error");
    }
    assertRefused("Stage", "{'n':21}", "n: must be less than or equal to 20");
  }

  @Test
  void judgesWhatComesOutOfTypesOfReactorAndMutiny() {
    assertThat(service.call("Uni", "{'n':1}")).isEqualTo("{'result':{'id':'a','quantity':1}}");
    assertThat(service.call("Mono", "{'n':1}")).contains("'b'");
    for (String rpc : List.of("Multi", "Flux")) {
      assertThat(service.stream(rpc, "{'n':1}")).hasSize(2);
    }
    for (String rpc : List.of("Uni", "Mono", "Multi", "Flux")) {
      assertThatThrownBy(() -> service.stream(rpc, "{}")).hasMessage("INTERNAL: Internal error");
    }
  }

  @Test
  void tellsViolationsThatTheResourceThrows() {
    assertRefused("Thrown", "{}", "id: must not be blank");
  }

  @Test
  void tellsOverloadsApart() {
    assertThat(service.rpcs()).contains("Find", "FindByNumber").hasSize(14);
    assertThat(service.call("FindByNumber", "{'n':3}")).isEqualTo("{'result':'3'}");
    assertRefused("FindByNumber", "{'n':0}", "n: must be greater than or equal to 1");
    assertThat(RESOURCES.compilation().diagnostics())
        .singleElement()
        .asString()
        .contains("find: Another method is called so, too.", "leaves out\n", "flux: ", "multi: ");
  }

  private static void assertRefused(String rpc, String request, String message) {
    assertThatThrownBy(() -> service.call(rpc, request)).hasMessage("INVALID_ARGUMENT: " + message);
  }

  @Test
  void generatesTheSameInEcj() {
    assertThat(RESOURCES.generatedByEcj()).isEqualTo(RESOURCES.compilation().generatedSources());
  }
}
