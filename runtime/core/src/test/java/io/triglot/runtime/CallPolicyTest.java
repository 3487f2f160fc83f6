package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallPolicyTest {
  private static final OperationDescriptor OPEN = OperationDescriptor.query("Shop", "open");
  private static final OperationDescriptor SHORT = OPEN.timeout(Duration.ofMillis(50));

  private final List<String> steps = new ArrayList<>();

  @Test
  void observersSeeACallFromOutsideOfEverythingElse() {
    Calls calls = calls(List.of(observer("first"), observer("second")), List.of(around("around")));

    calls.call(OPEN, request(), this::proceed);

    assertThat(steps)
        .containsExactly(
            "first begins",
            "second begins",
            "authenticate",
            "around begins",
            "method",
            "around ends",
            "second OK",
            "first OK");
  }

  @Test
  void observersSeeRefusedCallsToo() {
    Calls calls = calls(List.of(observer("log")), List.of());

    failureOf(() -> calls.call(OPEN.access(Access.denied()), request(), this::proceed));

    assertThat(steps).containsExactly("log begins", "authenticate", "log PERMISSION_DENIED");
  }

  @Test
  void answersWithStagesThatAreNothingElse() {
    CompletionStage<String> stage =
        calls(List.of(), List.of())
            .callAsync(
                OPEN.nonBlocking(),
                request(),
                call -> call.proceed(() -> CompletableFuture.completedStage("done")));

    assertThat(stage.toCompletableFuture().join()).isEqualTo("done");
  }

  @Test
  void anObserverThatFailsDoesNotTouchTheCall() {
    CallObserver broken =
        (operation, request) -> {
          throw new IllegalStateException("broken");
        };
    CallObserver brokenAtTheEnd =
        (operation, request) ->
            failure -> {
              throw new IllegalStateException("broken");
            };
    Calls calls = calls(List.of(broken, brokenAtTheEnd, observer("log")), List.of());

    assertThat(calls.call(OPEN, request(), this::proceed)).isEqualTo("done");
    assertThat(steps).contains("log OK");
  }

  @Test
  void observersSeeTheEndOfAStage() {
    Calls calls = calls(List.of(observer("log")), List.of());
    CompletableFuture<String> answer = new CompletableFuture<>();

    CompletionStage<String> stage = calls.callAsync(OPEN, request(), call -> answer);
    assertThat(steps).containsExactly("log begins", "authenticate");
    answer.completeExceptionally(new IllegalStateException("bug"));

    assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    assertThat(steps).endsWith("log INTERNAL");
  }

  @Test
  void observersSeeTheEndOfAStreamThatItsCallerLeaves() {
    Calls calls = calls(List.of(observer("log")), List.of());
    Flow.Publisher<String> endless = subscriber -> subscriber.onSubscribe(new Idle());
    Collector collector = new Collector();
    calls.stream(OPEN, request(), call -> endless).subscribe(collector);

    assertThat(steps).containsExactly("log begins", "authenticate");
    collector.subscription.join().cancel();
    collector.subscription.join().cancel();

    assertThat(steps).containsExactly("log begins", "authenticate", "log CANCELLED");
  }

  @Test
  void theFirstInterceptorIsTheOutermost() {
    Calls calls = calls(List.of(), List.of(around("outer"), around("inner")));

    calls.call(OPEN, request(), this::proceed);

    assertThat(steps)
        .containsSubsequence("outer begins", "inner begins", "method", "inner ends", "outer ends");
  }

  @Test
  void anInterceptorCanEndTheCallItself() {
    CallInterceptor cache = (context, next) -> "cached " + context.operation().id();
    CallInterceptor refusal =
        (context, next) -> {
          throw Failure.of(StatusCode.UNAVAILABLE, "Not now").asException();
        };

    assertThat(calls(List.of(), List.of(cache)).call(OPEN, request(), this::proceed))
        .isEqualTo("cached Shop.open");
    assertThat(
            failureOf(
                () -> calls(List.of(), List.of(refusal)).call(OPEN, request(), this::proceed)))
        .isEqualTo(StatusCode.UNAVAILABLE);
    assertThat(steps).doesNotContain("method");
  }

  @Test
  void aMethodIsInterruptedWhenTheDeadlinePasses() {
    CountDownLatch never = new CountDownLatch(1);

    StatusCode code =
        failureOf(
            () ->
                calls(List.of(), List.of())
                    .call(
                        SHORT,
                        request(),
                        call ->
                            call.proceed(
                                () -> {
                                  never.await();
                                  return "too late";
                                })));

    assertThat(code).isEqualTo(StatusCode.DEADLINE_EXCEEDED);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theEarlierOfTheCallersAndTheOperationsDeadlineCounts() {
    Calls calls = calls(List.of(), List.of());
    OperationDescriptor hour = OPEN.timeout(Duration.ofHours(1));

    assertThat(remaining(calls, OPEN, request())).isEmpty();
    assertThat(remaining(calls, hour, request()).orElseThrow())
        .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    assertThat(remaining(calls, hour, request(Duration.ofMinutes(10))).orElseThrow())
        .isLessThanOrEqualTo(Duration.ofMinutes(10));
    assertThat(remaining(calls, hour, request(Duration.ofDays(300_000))).orElseThrow())
        .isLessThanOrEqualTo(Duration.ofHours(1));
    assertThat(remaining(calls, OPEN, request(Duration.ofSeconds(Long.MAX_VALUE)))).isEmpty();
  }

  @Test
  void aCallThatArrivesTooLateDoesNotReachTheMethod() {
    Calls calls = calls(List.of(), List.of());

    assertThat(failureOf(() -> calls.call(OPEN, request(Duration.ZERO), this::proceed)))
        .isEqualTo(StatusCode.DEADLINE_EXCEEDED);
    assertThat(steps).doesNotContain("method");
  }

  @Test
  void aStageThatIsNotThereInTimeFailsAndIsCancelled() {
    CompletableFuture<String> answer = new CompletableFuture<>();

    CompletionStage<String> stage =
        calls(List.of(), List.of())
            .callAsync(SHORT.nonBlocking(), request(), call -> call.proceed(() -> answer));

    CompletionException failed =
        catchThrowableOfType(CompletionException.class, () -> stage.toCompletableFuture().join());
    assertThat(((CallException) failed.getCause()).failure().code())
        .isEqualTo(StatusCode.DEADLINE_EXCEEDED);
    assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void aStreamThatLastsTooLongEnds() {
    try (SubmissionPublisher<String> endless = new SubmissionPublisher<>()) {
      Collector collector = new Collector();
      calls(List.of(), List.of()).stream(SHORT, request(), call -> call.proceed(() -> endless))
          .subscribe(collector);

      assertThat(collector.failure.join().code()).isEqualTo(StatusCode.DEADLINE_EXCEEDED);
    }
  }

  private Calls calls(List<CallObserver> observers, List<CallInterceptor> interceptors) {
    Authenticator authenticator =
        request -> {
          steps.add("authenticate");
          return Optional.empty();
        };
    return new Calls(
        new CallPolicy(observers, authenticator, Validation.NONE, interceptors, true),
        new FailureMapper());
  }

  private CallObserver observer(String name) {
    return (operation, request) -> {
      steps.add(name + " begins");
      return failure -> steps.add(name + " " + (failure == null ? "OK" : failure.code()));
    };
  }

  private CallInterceptor around(String name) {
    return (context, next) -> {
      steps.add(name + " begins");
      Object result = next.call();
      steps.add(name + " ends");
      return result;
    };
  }

  private String proceed(Call call) throws Exception {
    return call.proceed(
        () -> {
          steps.add("method");
          return "done";
        });
  }

  private static Optional<Duration> remaining(
      Calls calls, OperationDescriptor operation, CallRequest request) {
    return calls.call(operation, request, call -> call.proceed(() -> call.context().remaining()));
  }

  private static StatusCode failureOf(Runnable call) {
    return catchThrowableOfType(CallException.class, call::run).failure().code();
  }

  private static CallRequest request() {
    return new Request(null);
  }

  private static CallRequest request(Duration timeout) {
    return new Request(timeout);
  }

  private record Request(@Nullable Duration limit) implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.GRPC;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> timeout() {
      return Optional.ofNullable(limit);
    }
  }

  /** A subscription that never gives anything. */
  private record Idle() implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  private static final class Collector implements Flow.Subscriber<String> {
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<Failure> failure = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
    }

    @Override
    public void onNext(String item) {}

    @Override
    public void onError(Throwable error) {
      failure.complete(((CallException) error).failure());
    }

    @Override
    public void onComplete() {}
  }
}
