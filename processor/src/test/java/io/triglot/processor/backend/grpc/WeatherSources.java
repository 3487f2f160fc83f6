package io.triglot.processor.backend.grpc;

/** A service whose callers stream values in every form. */
final class WeatherSources {
  private WeatherSources() {}

  static String[] all() {
    return new String[] {PACKAGE, ERROR, CALIBRATE_REQUEST, CONSUMER, SERVICE};
  }

  private static final String PACKAGE =
      """
      @NullMarked
      package com.acme.weather;

      import org.jspecify.annotations.NullMarked;
      """;

  private static final String ERROR =
      """
      package com.acme.weather;

      import io.triglot.ApiError;
      import io.triglot.runtime.StatusCode;

      @ApiError(StatusCode.OUT_OF_RANGE)
      public class TooCold extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TooCold(int value) {
          super(value + " is below absolute zero");
        }
      }
      """;

  private static final String CALIBRATE_REQUEST =
      """
      package com.acme.weather;

      public record CalibrateRequest(int offset) {}
      """;

  private static final String CONSUMER =
      """
      package com.acme.weather;

      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.Flow;

      /** Collects values, asking for some at a time. */
      final class Collector<T> implements Flow.Subscriber<T> {
        final CompletableFuture<List<T>> all = new CompletableFuture<>();
        private final List<T> values = new ArrayList<>();
        private final int batch;
        private Flow.Subscription subscription;

        Collector(int batch) {
          this.batch = batch;
        }

        static <T> CompletableFuture<List<T>> all(Flow.Publisher<T> publisher) {
          Collector<T> collector = new Collector<>(2);
          publisher.subscribe(collector);
          return collector.all;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
          subscription = given;
          given.request(batch);
        }

        @Override
        public void onNext(T value) {
          values.add(value);
          if (values.size() % batch == 0) {
            subscription.request(batch);
          }
        }

        @Override
        public void onError(Throwable failure) {
          all.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
          all.complete(values);
        }
      }
      """;

  private static final String SERVICE =
      """
      package com.acme.weather;

      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import io.triglot.runtime.CallContext;
      import io.triglot.runtime.Protocol;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.ExecutionException;
      import java.util.concurrent.Flow;
      import java.util.function.Function;

      @ApiService(protocols = Protocol.GRPC)
      @PermitAll
      public class Weather {
        public record Station(String name) {}

        private final CompletableFuture<String> slowEnd = new CompletableFuture<>();
        private final CountDownLatch fifth = new CountDownLatch(5);

        /** Adds readings up. */
        @ApiOperation
        public int addReadings(Flow.Publisher<Integer> value) throws InterruptedException {
          return await(Collector.all(value)).stream().mapToInt(Weather::checked).sum();
        }

        @ApiOperation
        public CompletionStage<Integer> countReadings(Flow.Publisher<Integer> value) {
          return Collector.all(value).thenApply(List::size);
        }

        @ApiOperation
        public String addStationReadings(
            Station station, int factor, Flow.Publisher<Integer> value) throws InterruptedException {
          int sum = await(Collector.all(value)).stream().mapToInt(each -> each).sum();
          return station.name() + " " + factor * sum;
        }

        @ApiOperation
        public CompletionStage<List<String>> listNames(Flow.Publisher<Station> station) {
          return Collector.all(station)
              .thenApply(all -> all.stream().map(Station::name).toList());
        }

        @ApiOperation
        public CompletionStage<Void> sendSilently(Flow.Publisher<Station> station) {
          Collector.all(station);
          return new CompletableFuture<>();
        }

        @ApiOperation
        public Flow.Publisher<Double> averages(Flow.Publisher<Integer> value) {
          List<Integer> seen = new ArrayList<>();
          return mapped(
              value,
              each -> {
                seen.add(checked(each));
                return seen.stream().mapToInt(i -> i).average().orElseThrow();
              });
        }

        @ApiOperation
        public Flow.Publisher<Integer> echo(Flow.Publisher<Integer> value) {
          return value;
        }

        @ApiOperation
        public CompletionStage<Integer> firstReading(Flow.Publisher<Integer> value) {
          CompletableFuture<Integer> first = new CompletableFuture<>();
          value.subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                  subscription.request(1);
                }

                @Override
                public void onNext(Integer each) {
                  first.complete(each);
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {}
              });
          return first;
        }

        /** Asks for five values and no more. */
        @ApiOperation
        public CompletionStage<Void> addSlowly(Flow.Publisher<Integer> value) {
          value.subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                  subscription.request(5);
                }

                @Override
                public void onNext(Integer each) {
                  fifth.countDown();
                }

                @Override
                public void onError(Throwable failure) {
                  slowEnd.complete(failure.getMessage());
                }

                @Override
                public void onComplete() {
                  slowEnd.complete("complete");
                }
              });
          return new CompletableFuture<>();
        }

        @ApiOperation
        public int countSlow() throws InterruptedException {
          fifth.await();
          return 5 - (int) fifth.getCount();
        }

        @ApiOperation
        public CompletionStage<String> findSlowEnd() {
          return slowEnd;
        }

        @ApiOperation
        @RolesAllowed("station")
        public String sendReadings(CallContext context, Flow.Publisher<Integer> value)
            throws InterruptedException {
          await(Collector.all(value));
          return context.requireCaller().name();
        }

        @ApiOperation
        public int calibrate(Flow.Publisher<CalibrateRequest> requests)
            throws InterruptedException {
          return await(Collector.all(requests)).stream()
              .mapToInt(CalibrateRequest::offset)
              .sum();
        }

        @ApiOperation
        public CompletionStage<String> findSecondSubscriber(Flow.Publisher<Integer> value) {
          CompletableFuture<List<Integer>> first = Collector.all(value);
          CompletableFuture<List<Integer>> second = Collector.all(value);
          return first.thenCombine(
              second.handle((all, failure) -> failure.getMessage()), (all, message) -> message);
        }

        private static int checked(int value) {
          if (value < 0) {
            throw new TooCold(value);
          }
          return value;
        }

        private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
          try {
            return future.get();
          } catch (ExecutionException e) {
            throw new IllegalStateException(e);
          }
        }

        private static <S, T> Flow.Publisher<T> mapped(
            Flow.Publisher<S> source, Function<S, T> function) {
          return subscriber ->
              source.subscribe(
                  new Flow.Subscriber<>() {
                    private Flow.Subscription upstream;
                    private boolean failed;

                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                      upstream = subscription;
                      subscriber.onSubscribe(subscription);
                    }

                    @Override
                    public void onNext(S each) {
                      if (failed) {
                        return;
                      }
                      T next;
                      try {
                        next = function.apply(each);
                      } catch (RuntimeException e) {
                        failed = true;
                        upstream.cancel();
                        subscriber.onError(e);
                        return;
                      }
                      subscriber.onNext(next);
                    }

                    @Override
                    public void onError(Throwable failure) {
                      subscriber.onError(failure);
                    }

                    @Override
                    public void onComplete() {
                      if (!failed) {
                        subscriber.onComplete();
                      }
                    }
                  });
        }
      }
      """;
}
