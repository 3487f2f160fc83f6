package io.triglot.processor.backend.rest;

/** A service by its interface, and what its generated client is made to do in tests. */
final class DeskSources {
  private DeskSources() {}

  static String[] all() {
    return new String[] {PACKAGE, SOLD_OUT, COLOR, ISSUE, ORDER, DESK, NEWS_DESK, SCENARIOS};
  }

  private static final String PACKAGE =
      """
      @NullMarked
      package com.acme.desk;

      import org.jspecify.annotations.NullMarked;
      """;

  private static final String SOLD_OUT =
      """
      package com.acme.desk;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;
      import java.math.BigDecimal;
      import org.jspecify.annotations.Nullable;

      /** A checked exception with details, two of which problems have members for themselves. */
      @ApiError(StatusCode.FAILED_PRECONDITION)
      public class SoldOut extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;
        private final BigDecimal price;
        private final Color color;
        private final @Nullable String title;

        public SoldOut(int status, BigDecimal price, Color color, @Nullable String title) {
          super("Sold out");
          this.status = status;
          this.price = price;
          this.color = color;
          this.title = title;
        }

        public int status() {
          return status;
        }

        public BigDecimal getPrice() {
          return price;
        }

        public Color color() {
          return color;
        }

        public @Nullable String title() {
          return title;
        }
      }
      """;

  private static final String COLOR =
      """
      package com.acme.desk;

      public enum Color {
        RED,
        BLUE
      }
      """;

  private static final String ISSUE =
      """
      package com.acme.desk;

      import jakarta.annotation.security.RolesAllowed;
      import java.math.BigDecimal;
      import java.util.List;
      import java.util.Optional;
      import org.jspecify.annotations.Nullable;

      public record Issue(
          String id,
          BigDecimal price,
          Color color,
          List<String> headlines,
          @Nullable Integer pages,
          Optional<String> editor,
          @RolesAllowed("editor") @Nullable Integer circulation) {}
      """;

  private static final String ORDER =
      """
      package com.acme.desk;

      import com.fasterxml.jackson.annotation.JsonProperty;
      import java.util.List;
      import java.util.Map;

      public record Order(
          String reader,
          Map<Color, Integer> copies,
          List<String> notes,
          @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String secret) {}
      """;

  private static final String DESK =
      """
      package com.acme.desk;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.OperationKind;
      import jakarta.annotation.security.PermitAll;
      import java.math.BigDecimal;
      import java.util.List;
      import java.util.Optional;
      import java.util.OptionalInt;
      import java.util.Set;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.Nullable;
      import reactor.core.publisher.Flux;
      import reactor.core.publisher.Mono;

      /** Sells papers. */
      @PermitAll
      public interface Desk {
        /** Finds an issue. */
        @ApiOperation("GET /issues/{id}")
        @Nullable Issue issue(String id);

        /** Lists issues. */
        @ApiOperation("GET /issues")
        List<Issue> issues(
            @Nullable BigDecimal minPrice, Set<Color> colors, Optional<String> word, int[] pages);

        @ApiOperation("GET /issues/count")
        OptionalInt countIssues(boolean any);

        @ApiOperation("GET /latest")
        Optional<Issue> latest(boolean any);

        @ApiOperation("POST /orders")
        String placeOrder(Order order) throws SoldOut;

        @ApiOperation("PUT /issues/{id}/price")
        void setPrice(String id, BigDecimal channel, @Nullable String out);

        @ApiOperation("GET /colors/{color}/readers")
        CompletionStage<Long> countReaders(Color color) throws SoldOut;

        @ApiOperation("POST /issues/{id}/withdraw")
        Mono<Void> withdraw(String id);

        @ApiOperation("GET /editions")
        Flux<Issue> editions(int count) throws SoldOut;

        @ApiOperation("GET /numbers")
        Flow.Publisher<Integer> numbers(int count) throws SoldOut;

        @ApiOperation("GET /headers/{name}")
        @Nullable String headerOf(CallContext context, String name);

        @ApiOperation(value = "POST /pause", kind = OperationKind.QUERY)
        boolean pause(String name) throws InterruptedException;
      }
      """;

  private static final String NEWS_DESK =
      """
      package com.acme.desk;

      import io.triglot.runtime.CallContext;
      import java.math.BigDecimal;
      import java.util.Arrays;
      import java.util.List;
      import java.util.Optional;
      import java.util.OptionalInt;
      import java.util.Set;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.Flow;
      import java.util.concurrent.atomic.AtomicInteger;
      import org.jspecify.annotations.Nullable;
      import reactor.adapter.JdkFlowAdapter;
      import reactor.core.publisher.Flux;
      import reactor.core.publisher.Mono;

      public class NewsDesk implements Desk {
        public final AtomicInteger emitted = new AtomicInteger();
        public final CompletableFuture<String> ended = new CompletableFuture<>();
        public final CountDownLatch released = new CountDownLatch(1);
        private @Nullable String price;

        @Override
        public @Nullable Issue issue(String id) {
          return switch (id) {
            case "none" -> null;
            case "price" -> of(id, String.valueOf(price));
            case "bug" -> throw new IllegalStateException("secret");
            default -> of(id);
          };
        }

        @Override
        public List<Issue> issues(
            @Nullable BigDecimal minPrice, Set<Color> colors, Optional<String> word, int[] pages) {
          return List.of(of(minPrice + " " + colors + " " + word + " " + Arrays.toString(pages)));
        }

        @Override
        public OptionalInt countIssues(boolean any) {
          return any ? OptionalInt.of(3) : OptionalInt.empty();
        }

        @Override
        public Optional<Issue> latest(boolean any) {
          return any ? Optional.of(of("latest")) : Optional.empty();
        }

        @Override
        public String placeOrder(Order order) throws SoldOut {
          if (order.copies().isEmpty()) {
            throw new SoldOut(7, new BigDecimal("1.50"), Color.BLUE, null);
          }
          return order.toString();
        }

        @Override
        public void setPrice(String id, BigDecimal channel, @Nullable String out) {
          price = id + " " + channel + " " + out;
        }

        @Override
        public CompletionStage<Long> countReaders(Color color) throws SoldOut {
          return color == Color.RED
              ? CompletableFuture.completedFuture(7_000_000_000L)
              : CompletableFuture.failedFuture(new SoldOut(0, BigDecimal.TEN, color, "null"));
        }

        @Override
        public Mono<Void> withdraw(String id) {
          return Mono.fromRunnable(() -> price = "withdrawn " + id);
        }

        @Override
        public Flux<Issue> editions(int count) {
          return Flux.range(0, count)
              .map(each -> of(String.valueOf(each)))
              .concatWith(
                  count == 3
                      ? Flux.error(new SoldOut(1, BigDecimal.ONE, Color.RED, "x"))
                      : Flux.empty());
        }

        @Override
        public Flow.Publisher<Integer> numbers(int count) throws SoldOut {
          if (count < 0) {
            throw new SoldOut(2, BigDecimal.ONE, Color.RED, "y");
          }
          return JdkFlowAdapter.publisherToFlowPublisher(
              Flux.range(0, count)
                  .doOnNext(each -> emitted.incrementAndGet())
                  .doOnCancel(() -> ended.complete("cancelled")));
        }

        @Override
        public @Nullable String headerOf(CallContext context, String name) {
          return context.header(name).orElse(null);
        }

        @Override
        public boolean pause(String name) throws InterruptedException {
          released.await();
          return true;
        }

        private static Issue of(String id, String... headlines) {
          return new Issue(
              id,
              new BigDecimal("2.50"),
              Color.RED,
              List.of(headlines),
              null,
              Optional.of("Ada"),
              900);
        }
      }
      """;

  private static final String SCENARIOS =
      """
      package com.acme.desk;

      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.CallRequest;
      import io.triglot.runtime.Caller;
      import io.triglot.runtime.OperationDescriptor;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.rest.RestCallException;
      import io.triglot.runtime.rest.RestChannel;
      import java.math.BigDecimal;
      import java.net.URI;
      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.Set;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.ExecutionException;
      import java.util.concurrent.Flow;
      import java.util.concurrent.TimeUnit;
      import java.util.function.BiFunction;
      import reactor.adapter.JdkFlowAdapter;

      /** What the tests have a client do, each by its name. */
      public class Scenarios implements BiFunction<URI, String, Object> {
        @Override
        public Object apply(URI server, String name) {
          RestChannel channel =
              RestChannel.builder(server)
                  .interceptor((operation, request) -> request.header("Purpose", operation.id()))
                  .build();
          try {
            return run(DeskRestClient.of(channel), channel, server, name);
          } catch (SoldOut e) {
            return "SoldOut " + e.status() + " " + e.getPrice() + " " + e.color() + " " + e.title()
                + " " + e.getSuppressed()[0].getClass().getSimpleName();
          } catch (RestCallException e) {
            return e.status() + " " + e.failure().code() + " " + e.failure().reason();
          } catch (Exception e) {
            return e.toString();
          }
        }

        private static Object run(Desk desk, RestChannel channel, URI server, String name)
            throws Exception {
          return switch (name) {
            case "value" -> desk.issue("a/b ö+%?");
            case "absent" -> desk.issue("none");
            case "bug" -> desk.issue("bug");
            case "no segment" -> desk.issue("..");
            case "query" ->
                desk.issues(
                        new BigDecimal("1.0"),
                        Set.of(Color.BLUE),
                        Optional.of("a&b= ö"),
                        new int[] {1, 2})
                    .get(0)
                    .id();
            case "empty query" ->
                desk.issues(null, Set.of(), Optional.empty(), new int[0]).get(0).id();
            case "optional" -> desk.latest(true).orElseThrow().id() + desk.latest(false);
            case "optional int" -> "" + desk.countIssues(true) + desk.countIssues(false);
            case "body" ->
                desk.placeOrder(new Order("Ö", Map.of(Color.RED, 2), List.of("n"), "s3cret"));
            case "error" -> desk.placeOrder(new Order("R", Map.of(), List.of(), "s"));
            case "void" -> {
              desk.setPrice("x", new BigDecimal("1.250"), null);
              yield desk.issue("price").headlines();
            }
            case "stage" -> await(desk.countReaders(Color.RED).toCompletableFuture());
            case "stage error" -> await(desk.countReaders(Color.BLUE).toCompletableFuture());
            case "mono" -> {
              desk.withdraw("y").block(Duration.ofSeconds(30));
              yield desk.issue("price").headlines();
            }
            case "stream" -> all(desk.numbers(1_000)).size();
            case "stream of objects" ->
                desk.editions(2).map(Issue::id).collectList().block(Duration.ofSeconds(30));
            case "stream error" -> all(JdkFlowAdapter.publisherToFlowPublisher(desk.editions(3)));
            case "refused stream" -> all(desk.numbers(-1));
            case "interceptor" -> desk.headerOf(new Cause(Duration.ofMinutes(2)), "Purpose");
            case "no cause" -> desk.headerOf(null, "Purpose");
            case "trace" -> desk.headerOf(new Cause(Duration.ofMinutes(2)), "traceparent");
            case "deadline of the cause" ->
                DeskRestClient.of(channel)
                    .onBehalfOf(new Cause(Duration.ofMillis(50)))
                    .pause("for long");
            case "deadline" ->
                DeskRestClient.of(
                        RestChannel.builder(server).timeout(Duration.ofMillis(50)).build())
                    .pause("for long");
            case "no server" ->
                DeskRestClient.of(RestChannel.to(URI.create("http://127.0.0.1:1"))).issue("a");
            case "no such path" ->
                DeskRestClient.of(RestChannel.to(server.resolve("/nowhere"))).issue("none");
            case "stream in part" -> {
              Slow slow = new Slow();
              desk.numbers(1_000_000).subscribe(slow);
              List<Integer> first = await(slow.first);
              slow.subscription.cancel();
              yield first;
            }
            default -> throw new IllegalArgumentException(name);
          };
        }

        private static <T> T await(CompletableFuture<T> future) throws Exception {
          try {
            return future.get(60, TimeUnit.SECONDS);
          } catch (ExecutionException e) {
            throw (Exception) e.getCause();
          }
        }

        private static <T> List<T> all(Flow.Publisher<T> publisher) throws Exception {
          return await(JdkFlowAdapter.flowPublisherToFlux(publisher).collectList().toFuture());
        }

        /** A call that is being served. */
        private record Cause(Duration left) implements CallContext, CallRequest {
          @Override
          public OperationDescriptor operation() {
            throw new UnsupportedOperationException();
          }

          @Override
          public CallRequest request() {
            return this;
          }

          @Override
          public Optional<Caller> caller() {
            return Optional.empty();
          }

          @Override
          public Protocol protocol() {
            return Protocol.GRPC;
          }

          @Override
          public Optional<Duration> timeout() {
            return Optional.of(left);
          }

          @Override
          public Optional<String> header(String name) {
            return name.equals("traceparent") ? Optional.of("00-1") : Optional.empty();
          }

          @Override
          public CompletionStage<Void> cancelled() {
            return new CompletableFuture<>();
          }
        }

        /** Asks for three, and never again. */
        private static final class Slow implements Flow.Subscriber<Integer> {
          final CompletableFuture<List<Integer>> first = new CompletableFuture<>();
          private final List<Integer> received = new ArrayList<>();
          Flow.Subscription subscription;

          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(3);
          }

          @Override
          public void onNext(Integer number) {
            received.add(number);
            if (number == 2) {
              first.complete(received);
            }
          }

          @Override
          public void onError(Throwable failure) {
            first.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            first.completeExceptionally(new IllegalStateException("complete"));
          }
        }
      }
      """;
}
