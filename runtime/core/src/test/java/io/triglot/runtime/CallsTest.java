package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallsTest {
  private static final OperationDescriptor OPEN = OperationDescriptor.query("Shop", "open", "id");
  private static final Caller ALICE = new Caller("alice", Set.of("customer"));

  private final List<String> steps = new ArrayList<>();
  private Optional<Caller> caller = Optional.empty();
  private List<FieldViolation> violations = List.of();
  private final Calls calls =
      new Calls(
          new CallPolicy(
              List.of(),
              request -> {
                steps.add("authenticate");
                return caller;
              },
              operation ->
                  (call, arguments) -> {
                    steps.add("validate " + List.of(arguments));
                    return violations;
                  },
              List.of(),
              true),
          new FailureMapper());

  @Test
  void walksTheChainInItsFixedOrder() {
    String result = calls.call(OPEN, new EmptyRequest(), this::bindAndProceed);

    assertThat(result).isEqualTo("done");
    assertThat(steps).containsExactly("authenticate", "bind", "validate [7]", "method");
  }

  @Test
  void refusesAnAnonymousCallerBeforeBinding() {
    Failure failure = failureOf(OPEN.access(Access.authenticated()));

    assertThat(failure.code()).isEqualTo(StatusCode.UNAUTHENTICATED);
    assertThat(failure.message()).isEqualTo("Authentication required");
    assertThat(steps).containsExactly("authenticate");
  }

  @Test
  void refusesACallerWithoutTheRoleBeforeBinding() {
    caller = Optional.of(ALICE);

    assertThat(failureOf(OPEN.access(Access.roles("admin"))).code())
        .isEqualTo(StatusCode.PERMISSION_DENIED);
    assertThat(steps).containsExactly("authenticate");
  }

  @Test
  void asksAnAnonymousCallerToSignInWhereARoleIsNeeded() {
    assertThat(failureOf(OPEN.access(Access.roles("admin"))).code())
        .isEqualTo(StatusCode.UNAUTHENTICATED);
  }

  @Test
  void letsACallerPassThatHasOneOfTheRoles() {
    caller = Optional.of(ALICE);
    OperationDescriptor operation = OPEN.access(Access.roles("admin", "customer"));

    assertThat(calls.call(operation, new EmptyRequest(), this::bindAndProceed)).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void deniesWhatIsDeniedToEverybodyOnEveryProtocol(Protocol protocol) {
    caller = Optional.of(ALICE);

    CallException refused =
        catchThrowableOfType(
            CallException.class,
            () ->
                calls.call(
                    OPEN.access(Access.denied()),
                    new EmptyRequest(protocol),
                    this::bindAndProceed));

    assertThat(refused.failure().code()).isEqualTo(StatusCode.PERMISSION_DENIED);
  }

  @Test
  void doesNotRunTheMethodWhenAnArgumentIsNotValid() {
    violations = List.of(new FieldViolation("id", "must be positive"));

    Failure failure = failureOf(OPEN);

    assertThat(failure.code()).isEqualTo(StatusCode.INVALID_ARGUMENT);
    assertThat(failure.violations()).isEqualTo(violations);
    assertThat(failure.message()).isEqualTo("id: must be positive");
    assertThat(steps).doesNotContain("method");
  }

  @Test
  void givesTheCallerNothingOfAnUndeclaredException() {
    CallException thrown =
        catchThrowableOfType(
            CallException.class,
            () ->
                calls.call(
                    OPEN,
                    new EmptyRequest(),
                    call -> {
                      throw new IllegalArgumentException("password=hunter2");
                    }));

    assertThat(thrown.failure().code()).isEqualTo(StatusCode.INTERNAL);
    assertThat(thrown.failure().message()).isEqualTo("Internal error");
    assertThat(thrown.failure().details()).containsOnlyKeys("incident");
    assertThat(thrown.failure().toString()).doesNotContain("hunter2");
    assertThat(thrown).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void describesADeclaredErrorAndItsSubclassesByTheGeneratedDescriber() {
    for (OutOfStock error : List.of(new OutOfStock(3), new OutOfStock(3) {})) {
      CallException thrown =
          catchThrowableOfType(
              CallException.class,
              () ->
                  calls.call(
                      OPEN,
                      new EmptyRequest(),
                      call -> {
                        throw error;
                      }));

      assertThat(thrown.failure().code()).isEqualTo(StatusCode.FAILED_PRECONDITION);
      assertThat(thrown.failure().details()).containsExactly(Map.entry("available", 3));
    }
  }

  @Test
  void mapsTheFailureOfAStage() {
    CompletionStage<String> stage =
        calls.callAsync(
            OPEN,
            new EmptyRequest(),
            call ->
                CompletableFuture.supplyAsync(
                    () -> {
                      throw new OutOfStock(1);
                    }));

    CompletionException failed =
        catchThrowableOfType(CompletionException.class, () -> stage.toCompletableFuture().join());
    assertThat(failed.getCause()).isInstanceOf(CallException.class);
    assertThat(((CallException) failed.getCause()).failure().code())
        .isEqualTo(StatusCode.FAILED_PRECONDITION);
  }

  @Test
  void treatsAMissingStageAsABugOfTheMethod() {
    CallException thrown =
        catchThrowableOfType(
            CallException.class, () -> calls.callAsync(OPEN, new EmptyRequest(), call -> null));

    assertThat(thrown.failure().code()).isEqualTo(StatusCode.INTERNAL);
  }

  @Test
  void mapsTheFailureOfAStreamAndPassesItsItemsOn() {
    Flow.Publisher<String> source =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long n) {
                    subscriber.onNext("first");
                    subscriber.onError(new OutOfStock(2));
                  }

                  @Override
                  public void cancel() {}
                });
    List<Object> signals = new ArrayList<>();

    calls.stream(OPEN, new EmptyRequest(), call -> source)
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
              }

              @Override
              public void onNext(String item) {
                signals.add(item);
              }

              @Override
              public void onError(Throwable failure) {
                signals.add(((CallException) failure).failure().code());
              }

              @Override
              public void onComplete() {
                signals.add("complete");
              }
            });

    assertThat(signals).containsExactly("first", StatusCode.FAILED_PRECONDITION);
  }

  private String bindAndProceed(Call call) throws Exception {
    steps.add("bind");
    return call.proceed(
        () -> {
          steps.add("method");
          return "done";
        },
        7);
  }

  private Failure failureOf(OperationDescriptor operation) {
    return catchThrowableOfType(
            CallException.class,
            () -> calls.call(operation, new EmptyRequest(), this::bindAndProceed))
        .failure();
  }

  private record EmptyRequest(Protocol protocol) implements CallRequest {
    EmptyRequest() {
      this(Protocol.REST);
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }
  }

  static class OutOfStock extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int available;

    OutOfStock(int available) {
      super("Out of stock", null, false, false);
      this.available = available;
    }

    int available() {
      return available;
    }
  }
}

/** As the processor would write it for the nested class above. */
final class CallsTest_OutOfStockDescriber implements ErrorDescriber<CallsTest.OutOfStock> {
  public CallsTest_OutOfStockDescriber() {}

  @Override
  public Failure describe(CallsTest.OutOfStock error) {
    Map<String, @Nullable Object> details = Map.of("available", error.available());
    return new Failure(
        StatusCode.FAILED_PRECONDITION, "OUT_OF_STOCK", "Out of stock", List.of(), details);
  }
}
