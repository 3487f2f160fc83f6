package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that block the common pool, which on a small machine has one thread (JDK 25). */
class BusyCommonPoolTest {
  private static final OperationDescriptor OPEN = OperationDescriptor.query("Shop", "open");
  private static final OperationDescriptor SHORT = OPEN.timeout(Duration.ofMillis(50));

  private final Calls calls =
      new Calls(
          new CallPolicy(List.of(), request -> Optional.empty(), Validation.NONE, List.of(), true),
          new FailureMapper());
  private final CountDownLatch released = new CountDownLatch(1);

  @BeforeEach
  void block() {
    for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().execute(this::await);
    }
  }

  @AfterEach
  void release() {
    released.countDown();
  }

  private void await() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aStageEndsAtItsDeadline() {
    CompletableFuture<String> stage =
        calls
            .callAsync(
                SHORT.nonBlocking(),
                new Gone(new CompletableFuture<>()),
                call -> call.proceed(CompletableFuture<String>::new))
            .toCompletableFuture();

    assertThat(failureOf(stage)).isEqualTo(StatusCode.DEADLINE_EXCEEDED);
  }

  @Test
  void aStageEndsWhenItsCallerGoesAway() {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    CompletableFuture<String> stage =
        calls
            .callAsync(
                OPEN.nonBlocking(),
                new Gone(gone),
                call -> call.proceed(CompletableFuture<String>::new))
            .toCompletableFuture();

    gone.complete(null);

    assertThat(failureOf(stage)).isEqualTo(StatusCode.CANCELLED);
  }

  @Test
  void aStreamEndsAtItsDeadline() {
    try (SubmissionPublisher<String> endless = new SubmissionPublisher<>(Runnable::run, 8)) {
      CompletableFuture<String> end = new CompletableFuture<>();
      calls.stream(SHORT, new Gone(new CompletableFuture<>()), call -> call.proceed(() -> endless))
          .subscribe(new End(end));

      assertThat(failureOf(end)).isEqualTo(StatusCode.DEADLINE_EXCEEDED);
    }
  }

  private static StatusCode failureOf(CompletableFuture<?> future) {
    ExecutionException failed =
        catchThrowableOfType(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS));
    Throwable cause = failed.getCause();
    return ((CallException) (cause instanceof CompletionException ? cause.getCause() : cause))
        .failure()
        .code();
  }

  private record Gone(CompletableFuture<Void> cancelled) implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.REST;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }
  }

  private record End(CompletableFuture<String> end) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(String item) {}

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete("");
    }
  }
}
