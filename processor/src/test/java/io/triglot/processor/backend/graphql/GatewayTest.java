package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.triglot.processor.backend.rest.JerseyHost;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.graphql.GraphQlResource;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.runtime.grpc.ForwardedFailures;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A GraphQL service whose fields are loaded from three others: two by gRPC, one by REST. */
@Timeout(120)
class GatewayTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String MARKED =
      "@org.jspecify.annotations.NullMarked package com.acme.front;";

  private static final String STOCK =
      """
      package com.acme.front;
      import io.triglot.ApiOperation;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import java.util.concurrent.*;
      @PermitAll
      public interface StockApi {
        @ApiOperation CompletionStage<Map<String, Integer>> getStock(Set<String> ids);
      }
      """;
  private static final String PRICES =
      """
      package com.acme.front;
      import io.triglot.ApiOperation;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import java.util.concurrent.*;
      @PermitAll
      public interface PriceApi {
        record Price(String id, long cents) {}
        @ApiOperation CompletionStage<List<Price>> listPrices(List<String> ids);
      }
      """;
  private static final String RATINGS =
      """
      package com.acme.front;
      import io.triglot.ApiOperation;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import java.util.concurrent.*;
      @PermitAll
      public interface RatingApi {
        @ApiOperation CompletionStage<Map<String, Integer>> getRatings(Set<String> ids);
      }
      """;

  /** The services behind, which count their calls and wait for each other where a test wants it. */
  private static final String BEHIND =
      """
      package com.acme.front;
      import java.util.*;
      import java.util.concurrent.*;
      public class Behind implements StockApi, PriceApi, RatingApi {
        public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        public volatile CyclicBarrier together = new CyclicBarrier(1);
        public volatile CompletableFuture<String> rated = CompletableFuture.completedFuture("");

        private void meet(String call) {
          calls.add(call);
          try {
            together.await(60, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public CompletionStage<Map<String, Integer>> getStock(Set<String> ids) {
          meet("stock " + new TreeSet<>(ids));
          Map<String, Integer> found = new TreeMap<>();
          ids.forEach(id -> found.put(id, 10 * Integer.parseInt(id)));
          return CompletableFuture.completedStage(found);
        }

        @Override
        public CompletionStage<List<Price>> listPrices(List<String> ids) {
          meet("prices " + ids);
          return CompletableFuture.completedStage(
              ids.stream().map(id -> new Price(id, 100L * Integer.parseInt(id))).toList());
        }

        @Override
        public CompletionStage<Map<String, Integer>> getRatings(Set<String> ids) {
          calls.add("ratings " + new TreeSet<>(ids));
          Map<String, Integer> found = new TreeMap<>();
          ids.forEach(id -> found.put(id, 5));
          return rated.thenApply(done -> found);
        }
      }
      """;

  private static final String FRONT =
      """
      package com.acme.front;
      import io.grpc.Channel;
      import io.triglot.*;
      import io.triglot.runtime.rest.RestChannel;
      import jakarta.annotation.security.PermitAll;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      import org.jspecify.annotations.Nullable;
      @PermitAll
      public class FrontService {
        public record Product(String id, String name) {}

        private final StockApiGrpcClient stock;
        private final PriceApiRestClient prices;
        private final RatingApiGrpcClient ratings;

        public FrontService(Channel stock, RestChannel prices, Channel ratings) {
          this.stock = StockApiGrpcClient.of(stock);
          this.prices = PriceApiRestClient.of(prices);
          this.ratings = RatingApiGrpcClient.of(ratings);
        }

        @ApiOperation
        public List<Product> listProducts() {
          return List.of(new Product("1", "Tea"), new Product("2", "Coffee"));
        }

        @ApiBatch
        public CompletionStage<Map<Product, @Nullable Integer>> stock(Set<Product> products) {
          return stock.getStock(ids(products)).thenApply(found -> byProduct(products, found));
        }

        @ApiBatch
        public CompletionStage<Map<Product, @Nullable Long>> cents(Set<Product> products) {
          return prices
              .listPrices(List.copyOf(ids(products)))
              .thenApply(
                  found ->
                      byProduct(
                          products,
                          found.stream()
                              .collect(
                                  Collectors.toMap(
                                      PriceApi.Price::id, PriceApi.Price::cents))));
        }

        @ApiBatch
        public CompletionStage<Map<Product, @Nullable Integer>> rating(Set<Product> products) {
          return ratings.getRatings(ids(products)).thenApply(found -> byProduct(products, found));
        }

        private static Set<String> ids(Set<Product> products) {
          return products.stream().map(Product::id).collect(Collectors.toCollection(TreeSet::new));
        }

        private static <V> Map<Product, @Nullable V> byProduct(
            Set<Product> products, Map<String, V> found) {
          Map<Product, @Nullable V> values = new HashMap<>();
          products.forEach(product -> values.put(product, found.get(product.id())));
          return values;
        }
      }
      """;

  /** What the services behind were told of their calls, by what they are called. */
  private final Map<String, CallRequest> told = new ConcurrentHashMap<>();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ClassLoader loader;
  private Object behind;
  private Server stock;
  private RestHost prices;
  private Server ratings;
  private ManagedChannel toStock;
  private ManagedChannel toRatings;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    loader =
        TestCompiler.javac(directory)
            .compile(MARKED, STOCK, PRICES, RATINGS, BEHIND, FRONT)
            .requireSuccess()
            .loader();
    behind = loader.loadClass("com.acme.front.Behind").getConstructor().newInstance();
    stock = grpc("stock", "StockApi");
    ratings = grpc("ratings", "RatingApi");
    prices = JerseyHost.start(RestEndpoint.of(api("prices", "PriceApi")), 10_000);
    toStock = channel(stock);
    toRatings = channel(ratings);
  }

  @AfterEach
  void stop() throws Exception {
    ((CompletableFuture<?>) behind.getClass().getField("rated").get(behind)).complete(null);
    prices.close();
    for (Server server : List.of(stock, ratings)) {
      server.shutdownNow();
    }
    for (ManagedChannel channel : List.of(toStock, toRatings)) {
      channel.shutdownNow();
    }
  }

  /** The service behind, as one of its interfaces. */
  private Api api(String name, String type) throws Exception {
    Class<?> face = loader.loadClass("com.acme.front." + type);
    Object only =
        java.lang.reflect.Proxy.newProxyInstance(
            loader,
            new Class<?>[] {face},
            (proxy, method, arguments) -> method.invoke(behind, arguments));
    return Api.builder()
        .service(only)
        .authenticator(
            request -> {
              told.put(name, request);
              return Optional.<Caller>empty();
            })
        .build();
  }

  private Server grpc(String name, String type) throws Exception {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .addServices(GrpcEndpoint.of(api(name, type)).services())
        .build()
        .start();
  }

  private static ManagedChannel channel(Server server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  private RestHost front(GraphQlSettings settings) throws Exception {
    Object service =
        loader
            .loadClass("com.acme.front.FrontService")
            .getConstructor(Channel.class, RestChannel.class, Channel.class)
            .newInstance(toStock, RestChannel.to(prices.uri()), toRatings);
    Api api = Api.builder().service(service).interceptor(ForwardedFailures.OUTAGES).build();
    return JerseyHost.serve(Set.of(new GraphQlResource(GraphQlEndpoint.of(api, settings))), 10_000);
  }

  @Test
  void twoServicesAreAskedSideBySideOnceForALevel() throws Exception {
    behind.getClass().getField("together").set(behind, new CyclicBarrier(2));
    try (RestHost front = front(GraphQlSettings.DEFAULTS)) {
      assertThat(ask(front, "{ listProducts { name stock cents rating } }"))
          .isEqualTo(
              MAPPER.readTree(
                  """
                  {"data": {"listProducts": [
                    {"name": "Tea", "stock": 10, "cents": 100, "rating": 5},
                    {"name": "Coffee", "stock": 20, "cents": 200, "rating": 5}]}}
                  """));
    }
    assertThat(
            ((List<?>) behind.getClass().getField("calls").get(behind))
                .stream().map(Object::toString))
        .containsExactlyInAnyOrder("stock [1, 2]", "prices [1, 2]", "ratings [1, 2]");
  }

  @Test
  void theCallersTraceAndWhatIsLeftOfTheDeadlineGoAlong() throws Exception {
    try (RestHost front = front(GraphQlSettings.DEFAULTS.withTimeLimit(Duration.ofSeconds(50)))) {
      assertThat(ask(front, "{ listProducts { stock cents rating } }").has("errors")).isFalse();
    }
    assertThat(told).containsOnlyKeys("stock", "prices", "ratings");
    assertThat(told.values())
        .allSatisfy(
            request ->
                assertThat(request.header("traceparent").orElse(""))
                    .startsWith(TRACE.substring(0, 36)));
    assertThat(List.of(told.get("stock"), told.get("ratings")))
        .allSatisfy(
            request ->
                assertThat(request.timeout().orElseThrow()).isLessThan(Duration.ofSeconds(51)));
  }

  @Test
  void whatIsDownIsMissingAndTheRestIsThere() throws Exception {
    try (RestHost front = front(GraphQlSettings.DEFAULTS)) {
      assertThat(ask(front, "{ listProducts { rating } }").has("errors")).isFalse();
      ratings.shutdownNow().awaitTermination();

      JsonNode withoutRatings = ask(front, "{ listProducts { name stock rating } }");
      assertThat(withoutRatings.at("/data/listProducts").toString())
          .isEqualTo(
              "[{\"name\":\"Tea\",\"stock\":10,\"rating\":null},"
                  + "{\"name\":\"Coffee\",\"stock\":20,\"rating\":null}]");
      assertErrors(withoutRatings, "rating", "UNAVAILABLE");
      assertThat(withoutRatings.toString()).doesNotContain("127.0.0.1", "refused");

      prices.close();
      JsonNode withoutBoth = ask(front, "{ listProducts { name stock cents } }");
      assertThat(withoutBoth.at("/data/listProducts/1").toString())
          .isEqualTo("{\"name\":\"Coffee\",\"stock\":20,\"cents\":null}");
      assertErrors(withoutBoth, "cents", "UNAVAILABLE");
    }
  }

  @Test
  void whatIsLateIsMissingAndTheRestIsThere() throws Exception {
    behind.getClass().getField("rated").set(behind, new CompletableFuture<String>());
    try (RestHost front = front(GraphQlSettings.DEFAULTS.withTimeLimit(Duration.ofSeconds(5)))) {
      JsonNode result = ask(front, "{ listProducts { stock rating } }");
      assertThat(result.at("/data/listProducts").toString())
          .isEqualTo("[{\"stock\":10,\"rating\":null},{\"stock\":20,\"rating\":null}]");
      assertErrors(result, "rating", "DEADLINE_EXCEEDED");
    }
  }

  private static void assertErrors(JsonNode result, String field, String code) {
    assertThat(result.at("/errors"))
        .extracting(error -> error.path("path") + " " + error.at("/extensions/code").asText())
        .containsExactlyInAnyOrder(
            "[\"listProducts\",0,\"" + field + "\"] " + code,
            "[\"listProducts\",1,\"" + field + "\"] " + code);
  }

  private JsonNode ask(RestHost front, String query) throws Exception {
    URI uri = front.uri().resolve("graphql");
    return MAPPER.readTree(
        http.send(
                HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .header("traceparent", TRACE)
                    .POST(
                        BodyPublishers.ofString(MAPPER.writeValueAsString(Map.of("query", query))))
                    .build(),
                BodyHandlers.ofString())
            .body());
  }
}
