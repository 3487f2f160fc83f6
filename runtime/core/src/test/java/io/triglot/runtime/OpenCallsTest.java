package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenCallsTest {
  private static final OperationDescriptor QUERY = OperationDescriptor.query("Shop", "product");
  private static final OperationDescriptor EVENTS =
      OperationDescriptor.subscription("Shop", "events");

  private final Calls calls = new Calls(CallPolicy.NONE, new FailureMapper());

  @Test
  void isIdleAtOnceWithoutCalls() {
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void isIdleWhenTheLastCallHasAnswered() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    calls.callAsync(QUERY, new Request(), call -> first);
    calls.callAsync(QUERY, new Request(), call -> second);

    CompletionStage<Void> idle = calls.open().idle();
    first.complete("done");
    assertThat(idle.toCompletableFuture()).isNotDone();
    second.completeExceptionally(new IllegalStateException());

    assertThat(idle).isCompleted();
  }

  @Test
  void isNotIdleWhileAMethodRuns() {
    boolean idleInside =
        calls.call(
            QUERY, new Request(), call -> calls.open().idle().toCompletableFuture().isDone());

    assertThat(idleInside).isFalse();
    assertThat(calls.open().idle()).isCompleted();
  }

  @Test
  void openStreamsDoNotKeepItFromBeingIdle() {
    try (SubmissionPublisher<String> events = new SubmissionPublisher<>()) {
      calls.stream(EVENTS, new Request(), call -> events).subscribe(new Recorder());

      assertThat(calls.open().idle()).isCompleted();
    }
  }

  @Test
  void endsAStreamWithUnavailableAndCancelsItsPublisher() throws Exception {
    try (SubmissionPublisher<String> events = new SubmissionPublisher<>(Runnable::run, 8)) {
      Recorder recorder = new Recorder();
      calls.stream(EVENTS, new Request(), call -> events).subscribe(recorder);
      events.submit("first");

      calls.open().endStreams();

      assertThat(recorder.failure().code()).isEqualTo(StatusCode.UNAVAILABLE);
      assertThat(recorder.items).containsExactly("first");
      assertThat(events.hasSubscribers()).isFalse();
    }
  }

  @Test
  @Timeout(30)
  void endsAStreamThatBeginsTooLate() throws Exception {
    calls.open().endStreams();
    Recorder recorder = new Recorder();
    try (SubmissionPublisher<String> events = new SubmissionPublisher<>()) {
      calls.stream(EVENTS, new Request(), call -> events).subscribe(recorder);

      assertThat(recorder.failure().code()).isEqualTo(StatusCode.UNAVAILABLE);
      while (events.hasSubscribers()) {
        Thread.onSpinWait(); // the publisher notices as soon as onSubscribe has returned
      }
    }
  }

  @Test
  void leavesAStreamAloneThatHasCompleted() {
    SubmissionPublisher<String> events = new SubmissionPublisher<>(Runnable::run, 8);
    Recorder recorder = new Recorder();
    calls.stream(EVENTS, new Request(), call -> events).subscribe(recorder);
    events.close();

    calls.open().endStreams();

    assertThat(recorder.end).isCompletedWithValue(null);
  }

  @Test
  void endsAStreamInsideAnItemOnlyAfterThatItem() throws Exception {
    try (SubmissionPublisher<String> events = new SubmissionPublisher<>(Runnable::run, 8)) {
      List<String> log = new ArrayList<>();
      Recorder recorder =
          new Recorder() {
            @Override
            public void onNext(String item) {
              calls.open().endStreams();
              log.add("ended before the item has passed: " + end.isDone());
            }
          };
      calls.stream(EVENTS, new Request(), call -> events).subscribe(recorder);
      events.submit("first");

      assertThat(log).containsExactly("ended before the item has passed: false");
      assertThat(recorder.failure().code()).isEqualTo(StatusCode.UNAVAILABLE);
    }
  }

  private static class Recorder implements Flow.Subscriber<String> {
    final ConcurrentLinkedQueue<String> items = new ConcurrentLinkedQueue<>();
    final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();

    Failure failure() throws ExecutionException, InterruptedException {
      return ((CallException) end.get()).failure();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(failure);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }

  private record Request(Protocol protocol) implements CallRequest {
    Request() {
      this(Protocol.REST);
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }
  }
}
