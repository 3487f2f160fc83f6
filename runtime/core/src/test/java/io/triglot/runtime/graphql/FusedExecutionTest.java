package io.triglot.runtime.graphql;

import static graphql.Scalars.GraphQLInt;
import static graphql.Scalars.GraphQLString;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.schema.GraphQLTypeReference;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.plan.CompletedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is completed by plans, and how often batch functions are called for it. */
class FusedExecutionTest {
  private final List<Integer> batches = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final CompletableFuture<@Nullable Void> found = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> shipped = new CompletableFuture<>();
  private final FieldInterceptors none = new FieldInterceptors(Map.of(), Api.of().calls());

  private record Order(int id) {}

  private record Product(int id) {
    @Override
    public int hashCode() {
      if (id < 0) {
        throw new IllegalStateException("no hash code");
      }
      return id;
    }
  }

  private record Maker(int id) {}

  @Test
  void listsAndSingleObjectsAndMutationsAreCompletedByPlans() {
    assertFused("{ result: orders { id product { id } } }");
    assertFused("{ result: order { id } }");
    assertFused("mutation { result: order { id } }");
    assertFused(
        "query ($v: Boolean = true) { result: orders { ...f @include(if: $v) } }"
            + " fragment f on Order { id lines { id } }");
    assertFused("{ result: orders { plus(n: 2) near(distance: 1) { id } } }");
  }

  @Test
  void operationsWithBatchesAndLateValuesNeedNoEngine() {
    for (String query :
        List.of(
            "{ __typename orders { product { maker { id } } near(distance: 1) { id } } }",
            "{ late { id product { id } } }",
            "mutation { a: order { product { id } } b: order { product { __typename } } }")) {
      assertThat(run(query, 2).<Object>getData()).as(query).isInstanceOf(CompletedValue.class);
    }
  }

  @Test
  void parentsThatCannotBeComparedAreAnError() {
    ExecutionResult result = run("{ orders { broken { maker { id } } } }", 1);
    assertThat(result.getErrors()).isNotEmpty();
  }

  @Test
  void aLevelIsLoadedWhenAllAboveItIsThere() {
    run("{ orders { gifts { maker { id } } product { maker { id } } } }", 3);
    assertThat(batches).containsExactly(3, 6);
  }

  @Test
  void fieldsOfAMutationAreCalledWhenThoseBeforeThemAreComplete() {
    run("mutation { a: order { product { id } } b: order { product { id } } }", 1);
    assertThat(batches).containsExactly(1, 1);
    assertThat(events).containsExactly("order", "product", "order", "product");
  }

  @Test
  void whatHasToBeUnwrappedIsUnwrappedWhereOnlyItsTypeIsAskedFor() {
    ExecutionResult result = run("{ order { gone { __typename } } }", 1);
    assertThat(result.<Object>getData()).hasToString("{order={gone=[null]}}");
  }

  @Test
  void operationsWithFieldsThatHaveArgumentsNeedNoEngine() {
    ExecutionResult result =
        run("query ($n: Int = 10) { orders { id a: plus(n: $n) b: plus(n: 1) } }", 2);
    assertThat(result.<Object>getData()).isInstanceOf(CompletedValue.class);
    assertThat(result.<Map<String, @Nullable Object>>getData())
        .hasToString("{orders=[{id=0, a=10, b=1}, {id=1, a=11, b=2}]}");
  }

  @Test
  void eachOfTheArgumentsOfALevelIsOneCall() {
    ExecutionResult result =
        run(
            "query ($ten: Int = 10) { orders { a: near(distance: $ten) { id } plus(n: 5)"
                + " b: near(distance: 20) { id } c: near(distance: 10) { id } } }",
            3);
    assertThat(result.<Map<String, @Nullable Object>>getData().get("orders"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .last()
        .hasToString("{a={id=12}, plus=7, b={id=22}, c={id=12}}");
    assertThat(batches).containsExactly(3, 3);
  }

  @Test
  void whatWasLoadedWithOtherArgumentsIsNotTakenInstead() {
    ExecutionResult kept =
        run("{ orders { id a: near(distance: 10) { id } b: near(distance: 20) { id odd } } }", 2);
    assertThat(kept.getErrors()).hasSize(2);
    assertThat(kept.<Map<String, @Nullable Object>>getData().get("orders"))
        .hasToString(
            "[{id=0, a={id=10}, b={id=20, odd=null}}, {id=1, a={id=11}, b={id=21, odd=null}}]");
    assertThat(batches).containsExactly(2, 2);
  }

  @Test
  void tenThousandParentsOnEachOfThreeLevelsAreOneCallPerLevel() {
    Map<String, @Nullable Object> data =
        run("{ orders { product { maker { id } } } }", 10_000).getData();
    assertThat(data.get("orders"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(10_000)
        .last()
        .isEqualTo(Map.of("product", Map.of("maker", Map.of("id", 9_999))));
    assertThat(batches).containsExactly(10_000, 10_000);
  }

  @Test
  void theLevelsOfOneFieldOfAMutationAreFinishedBeforeTheNextIsCalled() {
    CompletableFuture<ExecutionResult> result =
        begin(
            execution(1, Api.of()),
            "mutation { a: order { secret product { origin { id } } }"
                + " b: shipped { lines { lines { product { id } } } } }");
    found.complete(null);
    shipped.complete(null);
    assertThat(done(result).<Map<String, @Nullable Object>>getData()).containsKeys("a", "b");
    assertThat(events).containsExactly("order", "product", "product");
  }

  @Test
  void siblingsAliasesFragmentsAndListsInListsShareACall() {
    run(
        "{ a: orders { p: product { id } lines { q: product { id } } ...f }"
            + " b: order { product { id } } } fragment f on Order { r: product { id } }",
        4);
    assertThat(batches).hasSize(1);
  }

  @Test
  void whatGraphQlJavaHasToCompleteInsteadIsNotLoadedAgain() {
    ExecutionResult result = run("{ orders { id product { maker { id broken } } } }", 3);
    assertThat(result.getErrors()).hasSize(3);
    assertThat(batches).containsExactly(3, 3);
  }

  @Test
  void aConditionIsDecidedAnewForEachRequest() {
    Execution execution = execution(1, Api.of());
    String query = "query ($v: Boolean!) { order { id lines @include(if: $v) { id } } }";
    for (boolean v : new boolean[] {true, false, true}) {
      PreparedDocument document = execution.prepare(query);
      Map<String, @Nullable Object> data =
          execution
              .execute(
                  document,
                  GraphQlParameters.of(Map.of("query", query, "variables", Map.of("v", v))),
                  GraphQlRequest.of(GraphQLContext.getDefault()))
              .toCompletableFuture()
              .join()
              .getData();
      assertThat(((Map<?, ?>) data.get("order")).containsKey("lines")).isEqualTo(v);
    }
  }

  @Test
  void aNullWhereThereMustBeAValueIsAnError() {
    ExecutionResult result = run("{ order { id missing } }", 1);
    assertThat(result.<Object>getData()).hasToString("{order=null}");
    assertThat(result.getErrors())
        .singleElement()
        .satisfies(error -> assertThat(error.getPath()).containsExactly("order", "missing"));
  }

  @Test
  void aGuardedFieldIsReadForThoseWhoMayHaveIt() {
    ExecutionResult refused = run("{ order { id secret } }", 1);
    assertThat(refused.<Map<String, @Nullable Object>>getData().get("order"))
        .hasToString("{id=0, secret=null}");
    assertThat(refused.getErrors()).hasSize(1);
    Execution execution =
        execution(
            1,
            Api.builder()
                .authenticator(request -> Optional.of(new Caller("ann", Set.of("admin"))))
                .build());
    ExecutionResult admitted = run(execution, "{ order { id secret } }");
    assertThat(admitted.getErrors()).isEmpty();
    assertThat(admitted.<Map<String, @Nullable Object>>getData().get("order"))
        .isInstanceOf(CompletedValue.class)
        .hasToString("{id=0, secret=42}");
  }

  private void assertFused(String query) {
    Map<String, @Nullable Object> data = run(query, 2).getData();
    assertThat(data.get("result")).isInstanceOf(CompletedValue.class);
  }

  private ExecutionResult run(String query, int orders) {
    return run(execution(orders, Api.of()), query);
  }

  private static ExecutionResult run(Execution execution, String query) {
    return done(begin(execution, query));
  }

  private static CompletableFuture<ExecutionResult> begin(Execution execution, String query) {
    return execution
        .execute(
            execution.prepare(query),
            GraphQlParameters.of(Map.of("query", query)),
            GraphQlRequest.of(GraphQLContext.getDefault()))
        .toCompletableFuture();
  }

  private static ExecutionResult done(CompletableFuture<ExecutionResult> result) {
    return result.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private Execution execution(int orders, Api api) {
    List<Order> all = IntStream.range(0, orders).mapToObj(Order::new).toList();
    GraphQlBinding binding =
        schema -> {
          GraphQLTypeReference order = order(schema);
          schema.query(
              newFieldDefinition().name("orders").type(nonNull(list(nonNull(order)))),
              (request, arguments) -> all);
          schema.query(newFieldDefinition().name("order").type(order), (r, a) -> all.get(0));
          schema.query(
              newFieldDefinition().name("late").type(order),
              (request, arguments) -> CompletableFuture.supplyAsync(() -> all.get(0)));
          schema.mutation(
              newFieldDefinition().name("order").type(order),
              (request, arguments) -> {
                events.add("order");
                return all.get(0);
              });
          schema.mutation(
              newFieldDefinition().name("shipped").type(order),
              (request, arguments) -> shipped.thenApply(now -> all.get(0)));
          schema.<Order>batch(
              order,
              newFieldDefinition().name("product").type(nonNull(product(schema))),
              (request, parents) -> {
                events.add("product");
                return loaded(parents.stream().map(parent -> new Product(parent.id())).toList());
              });
          schema.<Order>batched(
              order,
              newFieldDefinition()
                  .name("near")
                  .type(product(schema))
                  .argument(argument -> argument.name("distance").type(nonNull(GraphQLInt))),
              (request, arguments, parents) -> {
                int distance = arguments.required("distance", Coerced::int32);
                return loaded(
                    parents.stream().map(parent -> new Product(parent.id() + distance)).toList());
              });
          schema.<Product>batch(
              product(schema),
              newFieldDefinition().name("maker").type(nonNull(maker(schema))),
              (request, parents) ->
                  CompletableFuture.supplyAsync(
                          () -> parents.stream().map(parent -> new Maker(parent.id())).toList())
                      .thenCompose(this::loaded));
          schema.<Product>batch(
              product(schema),
              newFieldDefinition().name("origin").type(maker(schema)),
              (request, parents) ->
                  found.thenApply(
                      now -> parents.stream().map(parent -> new Maker(parent.id())).toList()));
        };
    return new Execution(
        SchemaAssembly.of(List.of(binding), none, GraphQlSettings.DEFAULTS, () -> ""),
        api.calls(),
        GraphQlSettings.DEFAULTS);
  }

  private <T> CompletionStage<List<T>> loaded(List<T> values) {
    batches.add(values.size());
    return CompletableFuture.completedStage(values);
  }

  private GraphQLTypeReference order(SchemaBuilder schema) {
    return schema.<Order>object(
        "Order",
        Order.class,
        type ->
            type.field(newFieldDefinition().name("id").type(nonNull(GraphQLInt)), Order::id)
                .computed(
                    newFieldDefinition()
                        .name("plus")
                        .type(nonNull(GraphQLInt))
                        .argument(argument -> argument.name("n").type(nonNull(GraphQLInt))),
                    (source, arguments) -> source.id() + arguments.required("n", Coerced::int32))
                .field(
                    newFieldDefinition().name("missing").type(nonNull(GraphQLInt)), order -> null)
                .field(
                    newFieldDefinition().name("secret").type(GraphQLInt),
                    Access.roles("admin"),
                    order -> 42)
                .field(
                    newFieldDefinition().name("broken").type(product(schema)),
                    order -> new Product(-1))
                .field(
                    newFieldDefinition().name("gone").type(list(order(schema))),
                    order -> List.of(Optional.empty()))
                .field(
                    newFieldDefinition().name("gifts").type(list(list(product(schema)))),
                    order -> List.of(List.of(new Product(100 + order.id()))))
                .field(
                    newFieldDefinition().name("lines").type(list(list(order(schema)))),
                    order -> List.of(List.of(order), List.of(order))));
  }

  private static GraphQLTypeReference product(SchemaBuilder schema) {
    return schema.<Product>object(
        "Product",
        Product.class,
        type ->
            type.field(newFieldDefinition().name("id").type(GraphQLInt), Product::id)
                .field(
                    newFieldDefinition().name("odd").type(GraphQLString),
                    product -> {
                      throw new IllegalStateException("odd");
                    }));
  }

  private static GraphQLTypeReference maker(SchemaBuilder schema) {
    return schema.<Maker>object(
        "Maker",
        Maker.class,
        type ->
            type.field(newFieldDefinition().name("id").type(GraphQLInt), Maker::id)
                .field(
                    newFieldDefinition().name("broken").type(GraphQLString),
                    maker -> {
                      throw new IllegalStateException("broken");
                    }));
  }
}
