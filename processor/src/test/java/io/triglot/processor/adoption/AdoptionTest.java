package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.Api;
import io.triglot.runtime.adoption.ResourceLease;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdoptionTest {
  private static final String RESOURCE =
      """
      package com.acme.shop;

      import jakarta.ws.rs.*;
      import java.util.*;

      /** Orders of the shop. */
      @Path("/orders")
      @Produces("application/json")
      public class OrderResource {
        public record Order(String id, int quantity) {}

        /** Finds an order. */
        @io.triglot.ApiOperation
        @GET @Path("/{id}")
        public Order order(@PathParam("id") String id) {
          return new Order(id, 3);
        }

        @io.triglot.ApiOperation
        @GET
        public List<Order> orders(
            @QueryParam("page-size") @DefaultValue("20") int pageSize,
            @QueryParam("sort") @DefaultValue("name") String sort) {
          return List.of(new Order(sort, pageSize));
        }

        @io.triglot.ApiOperation
        @POST @Consumes("application/json")
        public Order create(Order order) {
          return order;
        }

        @DELETE @Path("/{id}")
        public void notAdopted(@PathParam("id") String id) {}
      }
      """;

  @RegisterExtension
  static final CompiledResource RESOURCES =
      new CompiledResource("com.acme.shop.OrderResource", RESOURCE);

  @Test
  void callsResourceMethodsOverGrpc() {
    try (AdoptedService service = AdoptedService.of(RESOURCES.type())) {
      assertThat(service.rpcs()).containsExactly("Create", "Order", "Orders");
      assertThat(service.call("Order", "{'id':'7'}"))
          .isEqualTo("{'result':{'id':'7','quantity':3}}");
      assertThat(service.call("Create", "{'order':{'id':'a','quantity':1}}"))
          .isEqualTo("{'result':{'id':'a','quantity':1}}");
    }
  }

  @Test
  void fillsInWhatDefaultValueSays() {
    try (AdoptedService service = AdoptedService.of(RESOURCES.type())) {
      assertThat(service.call("Orders", "{}"))
          .isEqualTo("{'result':[{'id':'name','quantity':20}]}");
      assertThat(service.call("Orders", "{'pageSize':5,'sort':''}"))
          .isEqualTo("{'result':[{'id':'','quantity':5}]}");
    }
  }

  @Test
  void generatesNoSecondResource() {
    assertThat(RESOURCES.compilation().generatedSources().keySet())
        .noneMatch(name -> name.contains("OrderResourceResource") || name.contains("Routes"));
    assertThat(RESOURCES.compilation().resources().keySet())
        .noneMatch(name -> name.endsWith("openapi.json"));
  }

  @Test
  void letsNobodyInUntilItIsSaidHowCallersAreKnown() {
    try (AdoptedService service =
        AdoptedService.of(AdoptedService.builder(RESOURCES.type())).with("user", "alice")) {
      assertThatThrownBy(() -> service.call("Order", "{'id':'7'}"))
          .hasMessageStartingWith("UNAUTHENTICATED");
    }
  }

  @Test
  void wantsToKnowEveryCallerWhereNothingSaysWhoMayCall() {
    try (AdoptedService service = AdoptedService.of(RESOURCES.type()).anonymous()) {
      assertThatThrownBy(() -> service.call("Order", "{'id':'7'}"))
          .hasMessageStartingWith("UNAUTHENTICATED");
    }
  }

  @Test
  void takesAnInstanceForEachCallAndGivesItBack() throws Exception {
    List<String> steps = new ArrayList<>();
    Object resource = RESOURCES.type().getConstructor().newInstance();
    Api.Builder api =
        Api.builder()
            .resource(cast(RESOURCES.type()), call -> lease(resource, steps))
            .authenticator(AdoptedService::caller);
    try (AdoptedService service = AdoptedService.of(api).with("user", "alice")) {
      service.call("Order", "{'id':'7'}");
    }
    assertThat(steps).containsExactly("acquire", "attach", "detach", "release");
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> cast(Class<?> type) {
    return (Class<Object>) type;
  }

  private static ResourceLease<Object> lease(Object resource, List<String> steps) {
    steps.add("acquire");
    return new ResourceLease<>() {
      @Override
      public Object resource() {
        return resource;
      }

      @Override
      public <R> R attached(Callable<R> method) throws Exception {
        steps.add("attach");
        R result = method.call();
        steps.add("detach");
        return result;
      }

      @Override
      public void release() {
        steps.add("release");
      }
    };
  }
}
