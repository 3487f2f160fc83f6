package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop of {@code cases/graphql/shop}, compiled, bound and queried in process. */
class ShopSchemaTest {
  @TempDir static Path directory;
  private static Compilation compilation;

  private Object orders;
  private GraphQlEndpoint endpoint;

  @BeforeAll
  static void compileTheShop() {
    compilation = GraphQlCases.compile("shop", directory).requireSuccess();
  }

  @BeforeEach
  void bindTheShop() throws ReflectiveOperationException {
    ClassLoader loader = compilation.loader();
    Object products =
        loader.loadClass("com.acme.shop.ProductService").getConstructor().newInstance();
    orders =
        loader
            .loadClass("com.acme.shop.OrderService")
            .getConstructor(products.getClass())
            .newInstance(products);
    endpoint =
        GraphQlEndpoint.of(
            Api.builder()
                .service(products)
                .service(orders)
                .authenticator(
                    request ->
                        request.header("user").map(name -> new Caller(name, Set.of("customer"))))
                .build());
  }

  @Test
  void theEndpointTellsTheSdlOfTheModule() {
    assertThat(endpoint.sdl()).isEqualTo(compilation.resource("META-INF/triglot/schema.graphqls"));
  }

  @Test
  void aFloatVariableBindsToABigDecimalParameter() {
    ExecutionResult result =
        endpoint.execute(
            ExecutionInput.newExecutionInput(
                    "query ($minPrice: Float) { products(minPrice: $minPrice)"
                        + " { id name price stock createdAt } }")
                .variables(Map.of("minPrice", new BigDecimal("29.995")))
                .build());
    assertThat(result.toSpecification())
        .isEqualTo(
            Map.of(
                "data",
                Map.of(
                    "products",
                    List.of(
                        Map.of(
                            "id",
                            "1",
                            "name",
                            "Laptop",
                            "price",
                            999.99,
                            "stock",
                            15,
                            "createdAt",
                            "2024-01-15T00:00:00Z")))));
  }

  @Test
  void aDeclaredErrorHasItsCodeItsDetailsAndThePathOfItsField() {
    Map<String, Object> error = onlyError("{ p: product(id: \"7\") { name } }");
    assertThat(error)
        .containsEntry("message", "Product not found")
        .containsEntry("path", List.of("p"));
    assertThat(extensions(error))
        .containsEntry("code", "NOT_FOUND")
        .containsEntry("reason", "PRODUCT_NOT_FOUND")
        .containsEntry("invalidArgs", List.of("id"))
        .doesNotContainKeys("classification", "violations");
  }

  @Test
  void errorsOfAFieldLeaveTheOthersTheirData() {
    ExecutionResult result =
        endpoint.execute(
            input("{ a: product(id: \"7\") { name } b: product(id: \"2\") { name } }"));
    assertThat(result.<Map<String, Object>>getData())
        .containsEntry("a", null)
        .containsEntry("b", Map.of("name", "Mouse"));
    assertThat(result.getErrors()).hasSize(1);
  }

  @Test
  void theTypedPropertiesOfAnErrorAreMembersOfItsExtensions() {
    Map<String, Object> error =
        onlyError("mutation { createOrder(input: {productId: \"1\", quantity: 16}) { id } }");
    assertThat(error).containsEntry("message", "Insufficient stock");
    assertThat(extensions(error))
        .containsEntry("code", "FAILED_PRECONDITION")
        .containsEntry("available", 15)
        .containsEntry("requested", 16);
  }

  @Test
  void anAnonymousCallOfAGuardedFieldIsUnauthenticated() {
    ExecutionResult result =
        endpoint.execute(ExecutionInput.newExecutionInput("{ orders { id } }").build());
    assertThat(result.getErrors()).hasSize(1);
    assertThat(result.getErrors().get(0).getMessage()).isEqualTo("Authentication required");
    assertThat(result.getErrors().get(0).getExtensions()).containsEntry("code", "UNAUTHENTICATED");
  }

  @Test
  void aCallerWithoutTheRoleIsDenied() {
    assertThat(extensions(onlyError("mutation { restock(productId: \"1\", quantity: 1) { id } }")))
        .containsEntry("code", "PERMISSION_DENIED");
  }

  @Test
  void anUndeclaredExceptionIsOpaque() {
    Map<String, Object> error =
        onlyError("mutation { updateOrderStatus(orderId: \"9\", status: SHIPPED) { id } }");
    assertThat(error.toString()).doesNotContain("secret").contains("incident");
    assertThat(extensions(error)).containsEntry("code", "INTERNAL");
  }

  @Test
  void aBatchedFieldIsLoadedOnceForAllParentsAndAliases() throws ReflectiveOperationException {
    order("1", 1);
    order("2", 2);
    order("2", 3);
    ExecutionResult result =
        endpoint.execute(
            input(
                "{ orders { id product { name } again: product { stock } } o2: orders { product"
                    + " { id } } }"));
    assertThat(result.getErrors()).isEmpty();
    assertThat(batches()).containsExactly(3);
    assertThat(result.<Map<String, Object>>getData().get("orders"))
        .isEqualTo(
            List.of(loaded("1", "Laptop", 14), loaded("2", "Mouse", 95), loaded("3", "Mouse", 95)));
  }

  @Test
  void aMutationsResultIsLoadedAfresh() throws ReflectiveOperationException {
    String order = "createOrder(input: {productId: \"1\", quantity: 1}) { product { stock } }";
    ExecutionResult result =
        endpoint.execute(input("mutation { a: " + order + " b: " + order + " }"));
    assertThat(result.<Map<String, Object>>getData())
        .containsEntry("a", Map.of("product", Map.of("stock", 14)))
        .containsEntry("b", Map.of("product", Map.of("stock", 13)));
    assertThat(batches()).containsExactly(1, 1);
  }

  @Test
  void anEventOfASubscriptionIsSelectedFromLikeAQuery() throws Exception {
    ExecutionResult result =
        endpoint.execute(
            input("subscription { orderEvents { order { quantity product { name } } } }"));
    Flow.Publisher<ExecutionResult> events = result.getData();
    BlockingQueue<ExecutionResult> received = new LinkedBlockingQueue<>();
    events.subscribe(new Receiving(received));
    order("1", 2);
    order("2", 3);
    assertThat(take(received)).isEqualTo(event(2, "Laptop"));
    assertThat(take(received)).isEqualTo(event(3, "Mouse"));
    assertThat(batches()).containsExactly(1, 1);
  }

  private void order(String product, int quantity) {
    ExecutionResult result =
        endpoint.execute(
            input(
                "mutation { createOrder(input: {productId: \"%s\", quantity: %d}) { id } }"
                    .formatted(product, quantity)));
    assertThat(result.getErrors()).isEmpty();
  }

  private Map<String, Object> onlyError(String query) {
    ExecutionResult result = endpoint.execute(input(query));
    assertThat(result.getErrors()).hasSize(1);
    return result.getErrors().get(0).toSpecification();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> extensions(Map<String, Object> error) {
    return (Map<String, Object>) error.get("extensions");
  }

  @SuppressWarnings("unchecked")
  private List<Integer> batches() throws ReflectiveOperationException {
    return (List<Integer>) orders.getClass().getMethod("batches").invoke(orders);
  }

  private static ExecutionInput input(String query) {
    return ExecutionInput.newExecutionInput(query)
        .graphQLContext(Map.of(CallRequest.class, new SignedIn()))
        .build();
  }

  private static Map<String, Object> loaded(String id, String name, int stock) {
    return Map.of("id", id, "product", Map.of("name", name), "again", Map.of("stock", stock));
  }

  private static Map<String, Object> event(int quantity, String product) {
    return Map.of(
        "orderEvents",
        Map.of("order", Map.of("quantity", quantity, "product", Map.of("name", product))));
  }

  private static Object take(BlockingQueue<ExecutionResult> received) throws InterruptedException {
    ExecutionResult result = received.poll(10, TimeUnit.SECONDS);
    assertThat(result).isNotNull();
    assertThat(result.getErrors()).isEmpty();
    return result.getData();
  }

  /** A call by a customer. */
  private record SignedIn() implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.GRAPHQL;
    }

    @Override
    public Optional<String> header(String name) {
      return name.equals("user") ? Optional.of("ann") : Optional.empty();
    }
  }

  private record Receiving(BlockingQueue<ExecutionResult> received)
      implements Flow.Subscriber<ExecutionResult> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ExecutionResult result) {
      received.add(result);
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {}
  }
}
