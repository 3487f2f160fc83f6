package io.triglot.processor.backend.grpc;

/** A service with an interface, and what its generated client is made to do in tests. */
final class ClientSources {
  private ClientSources() {}

  static String[] all() {
    return new String[] {
      PACKAGE, OUT_OF_BEANS, CLOSED, STRANGE, COLOR, INTERFACE, SERVICE, SCENARIOS
    };
  }

  private static final String PACKAGE =
      """
      @NullMarked
      package com.acme.bar;

      import org.jspecify.annotations.NullMarked;
      """;

  private static final String OUT_OF_BEANS =
      """
      package com.acme.bar;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;
      import java.math.BigDecimal;
      import org.jspecify.annotations.Nullable;

      /** A checked exception with details. */
      @ApiError(StatusCode.FAILED_PRECONDITION)
      public class OutOfBeans extends Exception {
        private static final long serialVersionUID = 1;
        private final int left;
        private final BigDecimal price;
        private final Color color;
        private final @Nullable String note;

        public OutOfBeans(int left, BigDecimal price, Color color, @Nullable String note) {
          super("Only " + left + " beans are left");
          this.left = left;
          this.price = price;
          this.color = color;
          this.note = note;
        }

        public int left() {
          return left;
        }

        public BigDecimal getPrice() {
          return price;
        }

        public Color color() {
          return color;
        }

        public @Nullable String note() {
          return note;
        }
      }
      """;

  private static final String CLOSED =
      """
      package com.acme.bar;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;

      @ApiError(StatusCode.UNAVAILABLE)
      public class BarClosedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BarClosedException(String message) {
          super(message);
        }
      }
      """;

  private static final String STRANGE =
      """
      package com.acme.bar;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;

      /** No constructor takes what callers are told. */
      @ApiError(StatusCode.ABORTED)
      public class Strange extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Strange(Object secret) {
          super("Strange");
        }
      }
      """;

  private static final String COLOR =
      """
      package com.acme.bar;

      public enum Color {
        LIGHT,
        DARK
      }
      """;

  private static final String INTERFACE =
      """
      package com.acme.bar;

      import io.triglot.runtime.CallContext;
      import java.util.List;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.Flow;
      import java.util.Optional;
      import org.jspecify.annotations.Nullable;

      public interface Bar {
        record Coffee(String name, Color color, List<String> extras) {}

        /**
         * Brews a coffee.
         *
         * @param name what it is called
         */
        Coffee makeCoffee(String name, int beans) throws OutOfBeans;

        Optional<Coffee> findCoffee(@Nullable String name);

        void closeBar();

        CompletionStage<Integer> countBeans(String kind) throws OutOfBeans;

        Flow.Publisher<Integer> orders(int count) throws OutOfBeans;

        int addBeans(Flow.Publisher<Integer> beans) throws OutOfBeans;

        CompletionStage<String> addTo(String kind, Flow.Publisher<Coffee> coffees);

        Flow.Publisher<Integer> doubles(Flow.Publisher<Integer> numbers) throws OutOfBeans;

        String findHeaders(CallContext context, String name);
      }
      """;

  private static final String SERVICE =
      """
      package com.acme.bar;

      import io.grpc.Context;
      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.OperationKind;
      import io.triglot.runtime.Protocol;
      import java.math.BigDecimal;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.Flow;
      import java.util.concurrent.atomic.AtomicInteger;
      import java.util.Optional;
      import org.jspecify.annotations.Nullable;
      import reactor.adapter.JdkFlowAdapter;
      import reactor.core.publisher.Flux;

      @ApiService(protocols = Protocol.GRPC)
      public class EspressoBar implements Bar {
        public final CompletableFuture<Integer> requested = new CompletableFuture<>();
        public final AtomicInteger emitted = new AtomicInteger();
        public final CompletableFuture<String> ended = new CompletableFuture<>();
        public @Nullable Bar upstream;

        @Override
        @ApiOperation(kind = OperationKind.MUTATION)
        public Coffee makeCoffee(String name, int beans) throws OutOfBeans {
          switch (name) {
            case "closed" -> throw new BarClosedException("until tomorrow");
            case "strange" -> throw new Strange(1);
            case "bug" -> throw new IllegalStateException("secret");
            default -> {}
          }
          if (beans > 10) {
            throw new OutOfBeans(10, new BigDecimal("1.50"), Color.DARK, null);
          }
          return new Coffee(name, Color.LIGHT, List.of("milk", "sugar"));
        }

        @Override
        @ApiOperation
        public Optional<Coffee> findCoffee(@Nullable String name) {
          if ("next".equals(name)) {
            return upstream.findCoffee("from " + name);
          }
          return Optional.ofNullable(name).map(each -> new Coffee(each, Color.DARK, List.of()));
        }

        /**
         * Closes.
         *
         * @throws BarClosedException if it is closed
         */
        @Override
        @ApiOperation(kind = OperationKind.MUTATION)
        public void closeBar() {
          throw new BarClosedException("already");
        }

        @Override
        @ApiOperation
        public CompletionStage<Integer> countBeans(String kind) throws OutOfBeans {
          return switch (kind) {
            case "none" ->
                CompletableFuture.failedFuture(
                    new OutOfBeans(0, BigDecimal.TEN, Color.LIGHT, "null"));
            case "never" -> {
              requested.complete(1);
              yield new CompletableFuture<Integer>() {
                @Override
                public boolean cancel(boolean interrupt) {
                  ended.complete("cancelled");
                  return super.cancel(interrupt);
                }
              };
            }
            default -> CompletableFuture.completedFuture(7);
          };
        }

        @Override
        @ApiOperation
        public Flow.Publisher<Integer> orders(int count) throws OutOfBeans {
          if (count < 0) {
            return JdkFlowAdapter.publisherToFlowPublisher(
                Flux.range(0, -count)
                    .concatWith(
                        Flux.error(new OutOfBeans(1, BigDecimal.ONE, Color.LIGHT, "x"))));
          }
          return subscriber ->
              JdkFlowAdapter.publisherToFlowPublisher(
                      Flux.range(0, count)
                          .doOnNext(each -> emitted.incrementAndGet())
                          .doOnCancel(() -> ended.complete("orders cancelled")))
                  .subscribe(subscriber);
        }

        @Override
        @ApiOperation
        public int addBeans(Flow.Publisher<Integer> beans) throws OutOfBeans {
          int sum =
              JdkFlowAdapter.flowPublisherToFlux(beans).reduce(0, Integer::sum).block();
          if (sum > 100) {
            throw new OutOfBeans(sum, BigDecimal.ONE, Color.DARK, "many");
          }
          return sum;
        }

        @Override
        @ApiOperation
        public CompletionStage<String> addTo(String kind, Flow.Publisher<Coffee> coffees) {
          return JdkFlowAdapter.flowPublisherToFlux(coffees)
              .map(Coffee::name)
              .collectList()
              .map(names -> kind + " " + names)
              .toFuture();
        }

        @Override
        @ApiOperation
        public Flow.Publisher<Integer> doubles(Flow.Publisher<Integer> numbers)
            throws OutOfBeans {
          return JdkFlowAdapter.publisherToFlowPublisher(
              JdkFlowAdapter.flowPublisherToFlux(numbers)
                  .doOnError(failure -> ended.complete(String.valueOf(failure.getMessage())))
                  .map(
                      each -> {
                        if (each < 0) {
                          throw new BarClosedException("negative");
                        }
                        return 2 * each;
                      }));
        }

        /** Tells the trace, and whether there is a deadline; or asks the next bar. */
        @Override
        @ApiOperation
        public String findHeaders(CallContext context, String name) {
          if (name.equals("next")) {
            return upstream.findHeaders(context, "");
          }
          return context.request().header("traceparent").orElse("none")
              + (Context.current().getDeadline() == null ? "" : " with deadline");
        }
      }
      """;

  private static final String SCENARIOS =
      """
      package com.acme.bar;

      import io.grpc.Channel;
      import io.grpc.StatusRuntimeException;
      import io.grpc.stub.AbstractStub;
      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.Caller;
      import io.triglot.runtime.CallRequest;
      import io.triglot.runtime.OperationDescriptor;
      import io.triglot.runtime.Protocol;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.ExecutionException;
      import java.util.concurrent.Flow;
      import java.util.concurrent.TimeUnit;
      import java.util.function.BiFunction;
      import java.util.List;
      import java.util.Optional;
      import reactor.adapter.JdkFlowAdapter;
      import reactor.core.publisher.Flux;

      /** What the tests have a client do, each by its name. */
      public class Scenarios implements BiFunction<Channel, String, Object> {
        @Override
        public Object apply(Channel channel, String name) {
          try {
            return run(EspressoBarGrpcClient.of(channel), name);
          } catch (OutOfBeans e) {
            return shown(e);
          } catch (BarClosedException e) {
            return "closed " + e.getMessage();
          } catch (StatusRuntimeException e) {
            return e.getStatus().getCode().name();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }

        private static Object run(EspressoBarGrpcClient client, String name) throws Exception {
          return switch (name) {
            case "is a stub" -> (Object) client instanceof AbstractStub<?>;
            case "unary" -> asBar(client).makeCoffee("Flat White", 2).toString();
            case "checked error" -> client.makeCoffee("x", 11);
            case "unchecked error" -> {
              client.closeBar();
              yield "open";
            }
            case "undeclared error" -> client.makeCoffee("closed", 1);
            case "bug" -> client.makeCoffee("bug", 1);
            case "absent" -> client.findCoffee(null).isEmpty();
            case "present" -> client.findCoffee("Lungo").orElseThrow().name();
            case "async" -> await(client.countBeans("x").toCompletableFuture());
            case "async error" -> await(client.countBeans("none").toCompletableFuture());
            case "async forever" -> client.countBeans("never").toCompletableFuture();
            case "deadline" ->
                await(
                    client
                        .withDeadlineAfter(50, TimeUnit.MILLISECONDS)
                        .countBeans("never")
                        .toCompletableFuture());
            case "stream" -> all(client.orders(1000)).size();
            case "stream error" -> all(client.orders(-3));
            case "stream in part" ->
                JdkFlowAdapter.flowPublisherToFlux(client.orders(1_000_000))
                    .take(3)
                    .collectList()
                    .block()
                    .toString();
            case "stream slowly" -> {
              CompletableFuture<Flow.Subscription> fifth = new CompletableFuture<>();
              client.orders(1_000_000).subscribe(new FiveAndNoMore(fifth));
              Flow.Subscription subscription = await(fifth);
              client.findCoffee(null); // a message that overtakes nothing
              yield subscription;
            }
            case "upload" -> client.addBeans(publisher(1, 2, 3));
            case "upload error" -> client.addBeans(publisher(100, 2, 3));
            case "upload that fails" -> {
              try {
                yield client.addBeans(
                    JdkFlowAdapter.publisherToFlowPublisher(
                        Flux.error(new ArithmeticException("mine"))));
              } catch (ArithmeticException e) {
                yield e.getMessage();
              }
            }
            case "upload with arguments" ->
                await(
                    client
                        .addTo(
                            "hot",
                            JdkFlowAdapter.publisherToFlowPublisher(
                                Flux.just("a", "b")
                                    .map(
                                        each ->
                                            new Bar.Coffee(each, Color.DARK, List.of()))))
                        .toCompletableFuture());
            case "both ways" -> all(client.doubles(publisher(1, 2, 3))).toString();
            case "trace" -> client.findHeaders(new Cause("00-1"), "");
            case "no cause" -> client.findHeaders(null, "");
            case "trace of the next" ->
                client
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .findHeaders(new Cause("00-2"), "next");
            case "next" ->
                client
                    .onBehalfOf(new Cause("00-3"))
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .findCoffee("next")
                    .orElseThrow()
                    .name();
            default -> throw new IllegalArgumentException(name);
          };
        }

        private static <T> T await(CompletableFuture<T> future) throws Exception {
          try {
            return future.get(30, TimeUnit.SECONDS);
          } catch (ExecutionException e) {
            throw (Exception) e.getCause();
          }
        }

        private static Flow.Publisher<Integer> publisher(Integer... values) {
          return JdkFlowAdapter.publisherToFlowPublisher(Flux.just(values));
        }

        private static <T> List<T> all(Flow.Publisher<T> publisher) throws Exception {
          return await(
              JdkFlowAdapter.flowPublisherToFlux(publisher).collectList().toFuture());
        }

        private record FiveAndNoMore(
            CompletableFuture<Flow.Subscription> fifth, List<Flow.Subscription> given)
            implements Flow.Subscriber<Integer> {
          FiveAndNoMore(CompletableFuture<Flow.Subscription> fifth) {
            this(fifth, new java.util.ArrayList<>());
          }

          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            given.add(subscription);
            subscription.request(5);
          }

          @Override
          public void onNext(Integer order) {
            if (order == 4) {
              fifth.complete(given.get(0));
            }
          }

          @Override
          public void onError(Throwable failure) {
            fifth.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            fifth.completeExceptionally(new IllegalStateException("complete"));
          }
        }

        private record Cause(String trace) implements CallContext, CallRequest {
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
            return Protocol.REST;
          }

          @Override
          public Optional<String> header(String name) {
            return name.equals("traceparent") ? Optional.of(trace) : Optional.empty();
          }

          @Override
          public java.util.concurrent.CompletionStage<Void> cancelled() {
            return new CompletableFuture<>();
          }
        }

        private static Bar asBar(Bar bar) {
          return bar;
        }

        private static String shown(OutOfBeans e) {
          return e.left() + " " + e.getPrice() + " " + e.color() + " " + e.note()
              + ": " + e.getMessage();
        }
      }
      """;
}
