package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.idempotency.IdempotencyKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each value of a stream is validated, in both directions. */
@Timeout(60)
class ValidatedStreamsTest {
  private static final String SERVICE = "acme.gauge.v1.GaugeService/";

  @TempDir static Path directory;
  private static GrpcFixture gauge;

  @BeforeAll
  static void open() {
    gauge =
        GrpcFixture.of(
            TestCompiler.javac(directory)
                .compile(
                    "@org.jspecify.annotations.NullMarked package com.acme.gauge;",
                    """
                    package com.acme.gauge;

                    import io.triglot.ApiOperation;
                    import io.triglot.ApiService;
                    import io.triglot.runtime.Protocol;
                    import jakarta.validation.Valid;
                    import jakarta.validation.constraints.Max;
                    import jakarta.validation.constraints.Min;
                    import java.util.concurrent.CompletableFuture;
                    import java.util.concurrent.CompletionStage;
                    import java.util.concurrent.Flow;
                    import java.util.concurrent.SubmissionPublisher;
                    import java.util.concurrent.atomic.AtomicInteger;

                    @ApiService(protocols = Protocol.GRPC)
                    public class Gauge {
                      public record Reading(@Max(9) int degrees) {}

                      @ApiOperation
                      public CompletionStage<Integer> addReadings(
                          Flow.Publisher<@Valid Reading> readings) {
                        return sum(readings, 1);
                      }

                      @ApiOperation
                      public CompletionStage<Integer> addScaled(
                          @Min(1) int factor, Flow.Publisher<@Valid Reading> readings) {
                        return sum(readings, factor);
                      }

                      @ApiOperation
                      public Flow.Publisher<@Valid Reading> readings(int last) {
                        SubmissionPublisher<Reading> readings = new SubmissionPublisher<>();
                        return subscriber -> {
                          readings.subscribe(subscriber);
                          readings.submit(new Reading(1));
                          readings.submit(new Reading(last));
                          readings.close();
                        };
                      }

                      private static CompletionStage<Integer> sum(
                          Flow.Publisher<Reading> readings, int factor) {
                        AtomicInteger sum = new AtomicInteger();
                        CompletableFuture<Integer> result = new CompletableFuture<>();
                        readings.subscribe(
                            new Flow.Subscriber<>() {
                              @Override
                              public void onSubscribe(Flow.Subscription subscription) {
                                subscription.request(Long.MAX_VALUE);
                              }

                              @Override
                              public void onNext(Reading reading) {
                                sum.addAndGet(factor * reading.degrees());
                              }

                              @Override
                              public void onError(Throwable failure) {
                                result.complete(-1);
                              }

                              @Override
                              public void onComplete() {
                                result.complete(sum.get());
                              }
                            });
                        return result;
                      }
                    }
                    """)
                .requireSuccess(),
            "com.acme.gauge.Gauge",
            policy -> policy.interceptor(IdempotencyKeys.of(call -> call.make())));
  }

  @AfterAll
  static void close() {
    gauge.close();
  }

  @Test
  void aValueThatIsNotValidEndsTheCallWhateverTheMethodMakesOfIt() {
    String rpc = SERVICE + "AddReadings";

    assertThat(gauge.exchange(rpc, List.of(reading(1), reading(9)))).containsExactly("result: 10");
    assertThat(gauge.exchangeFailure(rpc, List.of(reading(1), reading(10))))
        .isEqualTo("INVALID_ARGUMENT: readings.degrees: must be less than or equal to 9");
  }

  @Test
  void soDoesOneThatComesWithTheFirstMessage() {
    String rpc = SERVICE + "AddScaled";

    assertThat(gauge.exchange(rpc, List.of("factor: 2 " + reading(3), reading(4))))
        .containsExactly("result: 14");
    assertThat(gauge.exchangeFailure(rpc, List.of("factor: 2 " + reading(10))))
        .isEqualTo("INVALID_ARGUMENT: readings.degrees: must be less than or equal to 9");
    assertThat(gauge.exchangeFailure(rpc, List.of("factor: 2 ", reading(10))))
        .isEqualTo("INVALID_ARGUMENT: readings.degrees: must be less than or equal to 9");
    assertThat(gauge.exchangeFailure(rpc, List.of("factor: 0")))
        .isEqualTo("INVALID_ARGUMENT: factor: must be greater than or equal to 1");
  }

  @Test
  void anInvalidElementOfTheAnswerIsAnErrorOfTheServer() {
    assertThat(gauge.exchange(SERVICE + "Readings", List.of("last: 9"))).hasSize(2);
    assertThat(gauge.exchangeFailure(SERVICE + "Readings", List.of("last: 10")))
        .isEqualTo("INTERNAL: Internal error");
  }

  @Test
  void aCallThatStreamsTakesNoIdempotencyKey() {
    String rpc = SERVICE + "AddReadings";

    assertThat(gauge.with("idempotency-key", "k").exchangeFailure(rpc, List.of(reading(1))))
        .isEqualTo("INVALID_ARGUMENT: Idempotency-Key: cannot be used with a stream");
  }

  private static String reading(int degrees) {
    return "readings { degrees: " + degrees + " }";
  }
}
