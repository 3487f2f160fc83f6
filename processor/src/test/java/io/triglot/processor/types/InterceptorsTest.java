package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Interceptors of one operation, of one batched field, and of one field of a type. */
class InterceptorsTest {
  @RegisterExtension
  static final CompiledService compiled =
      new CompiledService(
          "com.acme.PriceService",
          "@org.jspecify.annotations.NullMarked package com.acme;",
          """
          package com.acme;

          import org.jspecify.annotations.Nullable;

          public record Price(
              String id, int amount, @jakarta.annotation.security.RolesAllowed("admin") @Nullable Integer cost) {}
          """,
          """
          package com.acme;

          import io.triglot.ApiBatch;
          import io.triglot.ApiOperation;
          import java.util.List;

          @jakarta.annotation.security.PermitAll
          public class PriceService {
            @ApiOperation("GET /prices") public List<Price> prices() {
              return List.of(new Price("1", 5, 3), new Price("2", 7, 4));
            }

            @ApiOperation("GET /count") public int count() { return 2; }

            @ApiBatch public List<String> label(List<Price> prices) {
              return prices.stream().map(Price::id).toList();
            }
          }
          """);

  private static Object service;

  private final List<String> seen = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeService() throws ReflectiveOperationException {
    service = compiled.compilation().load("com.acme.PriceService").getConstructor().newInstance();
  }

  private CallInterceptor noting(String name) {
    return (context, next) -> {
      seen.add(name + " " + context.operation().id());
      return next.call();
    };
  }

  private static Api.Builder builder() {
    return Api.builder()
        .service(service)
        .authenticator(
            request -> request.header("role").map(role -> new Caller("c", Set.of(role))));
  }

  private static Map<String, Object> execute(Api api, String query, String role) {
    return GraphQlEndpoint.of(api)
        .execute(
            ExecutionInput.newExecutionInput(query)
                .graphQLContext(Map.of(CallRequest.class, new Request(role)))
                .build())
        .toSpecification();
  }

  private record Request(String role) implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.GRAPHQL;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.of(role).filter(any -> name.equals("role"));
    }
  }

  @Test
  void standAroundTheirOperationInTheOrderOfAll() {
    Api api =
        builder()
            .interceptor(noting("first"))
            .interceptor("PriceService.prices", noting("second"))
            .interceptor("PriceService.Price.label", noting("third"))
            .interceptor(noting("fourth"))
            .build();

    execute(api, "{ prices { label } count }", "");

    assertThat(seen)
        .containsExactlyInAnyOrder(
            "first PriceService.prices",
            "second PriceService.prices",
            "fourth PriceService.prices",
            "first PriceService.count",
            "fourth PriceService.count",
            "first PriceService.Price.label",
            "third PriceService.Price.label",
            "fourth PriceService.Price.label");
    assertThat(seen.indexOf("first PriceService.prices"))
        .isLessThan(seen.indexOf("second PriceService.prices"));
    assertThat(seen.indexOf("second PriceService.prices"))
        .isLessThan(seen.indexOf("fourth PriceService.prices"));
  }

  @Test
  void standAroundAFieldOfAType() {
    Api api =
        builder()
            .fieldInterceptor("Price.amount", noting("outer"))
            .fieldInterceptor("Price.amount", InterceptorsTest::doubled)
            .build();

    Map<String, Object> answer = execute(api, "{ prices { id amount } }", "");

    assertThat(answer).hasToString("{data={prices=[{id=1, amount=10}, {id=2, amount=14}]}}");
    assertThat(seen).containsExactly("outer Price.amount", "outer Price.amount");
  }

  private static @Nullable Object doubled(
      CallContext context, Callable<? extends @Nullable Object> next) throws Exception {
    return 2 * (Integer) next.call();
  }

  @Test
  void ofAFieldCanRefuseItAlone() {
    Api api =
        builder()
            .fieldInterceptor(
                "Price.cost",
                (context, next) -> {
                  assertThat(context.caller()).isPresent();
                  throw Failure.of(StatusCode.RESOURCE_EXHAUSTED, "Not now").asException();
                })
            .build();

    assertThat(execute(api, "{ prices { id cost } }", "admin").toString())
        .contains("{id=1, cost=null}", "Not now", "RESOURCE_EXHAUSTED");
  }

  @Test
  void ofAGuardedFieldSeeOnlyThoseWhoMayReceiveIt() {
    Api api = builder().fieldInterceptor("Price.cost", noting("any")).build();

    assertThat(execute(api, "{ prices { cost } }", "clerk").toString())
        .contains("PERMISSION_DENIED");
    assertThat(seen).isEmpty();
    assertThat(execute(api, "{ prices { cost } }", "admin").toString()).contains("cost=3");
    assertThat(seen).hasSize(2);
  }

  @Test
  void areRefusedForWhatThereIsNot() {
    assertThatThrownBy(() -> builder().interceptor("PriceService.price", noting("")).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PriceService.price,")
        .hasMessageContaining("PriceService.prices")
        .hasMessageContaining("PriceService.Price.label");
    for (String field : new String[] {"Price.sum", "Price.label", "Query.prices"}) {
      Api api = builder().fieldInterceptor(field, noting("")).build();
      assertThatThrownBy(() -> GraphQlEndpoint.of(api))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(field)
          .hasMessageContaining("Price.amount");
    }
  }
}
