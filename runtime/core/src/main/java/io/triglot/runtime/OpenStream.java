package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Scope;
import io.triglot.runtime.time.Alarm;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream between the user's publisher and the protocol that writes it: turns the error that
 * ends it into a {@link CallException}, and can be ended from outside while items are passing.
 *
 * <p>A subscriber's signals must never overlap. The signals that are being passed on are therefore
 * counted, and the outside's end waits for the last of them to leave.
 */
final class OpenStream<T> implements Flow.Subscriber<T>, Flow.Subscription {
  private static final int END = 1;
  private static final int SIGNAL = 2;

  private final Flow.Subscriber<? super T> downstream;
  private final Function<Throwable, CallException> mapping;
  private final Optional<Deadline> deadline;
  private final Cancellation cancellation;
  private final Observations observed;
  private final OpenCalls calls;

  /** Why the stream was ended from outside, where it was. */
  private final CompletableFuture<Failure> end = new CompletableFuture<>();

  /** {@link #SIGNAL} for each signal inside, and {@link #END} once the end has been asked for. */
  private final AtomicInteger state = new AtomicInteger();

  private Flow.@Nullable Subscription upstream;
  private @Nullable Alarm alarm;
  private boolean terminated;

  OpenStream(
      Flow.Subscriber<? super T> downstream,
      Function<Throwable, CallException> mapping,
      Optional<Deadline> deadline,
      Cancellation cancellation,
      Observations observed,
      OpenCalls calls) {
    this.downstream = downstream;
    this.mapping = mapping;
    this.deadline = deadline;
    this.cancellation = cancellation;
    this.observed = observed;
    this.calls = calls;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    state.addAndGet(SIGNAL);
    calls.add(this);
    alarm = deadline.map(this::endAfter).orElse(null);
    downstream.onSubscribe(this);
    leave();
  }

  @Override
  public void onNext(T item) {
    if (enter()) {
      downstream.onNext(item);
      leave();
    }
  }

  @Override
  public void onError(Throwable failure) {
    close();
    if (enter()) {
      terminated = true;
      CallException mapped = mapping.apply(failure);
      observed.end(mapped.failure());
      downstream.onError(mapped);
      leave();
    }
  }

  @Override
  public void onComplete() {
    close();
    if (enter()) {
      terminated = true;
      observed.end(null);
      downstream.onComplete();
      leave();
    }
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public void request(long n) {
    try (Scope scope = observed.enter()) {
      subscription().request(n);
    }
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public void cancel() {
    close();
    observed.end(Cancellation.GONE);
    cancellation.cancel();
    try (Scope scope = observed.enter()) {
      subscription().cancel();
    }
  }

  /**
   * Ends the stream with an error of its own, the first one that is given, after the signal that is
   * being passed on.
   */
  void end(Failure failure) {
    if (!end.complete(failure)) {
      return;
    }
    if (state.getAndUpdate(before -> before | END) == 0) {
      fail();
    }
  }

  private boolean enter() {
    return (state.getAndUpdate(before -> (before & END) != 0 ? before : before + SIGNAL) & END)
        == 0;
  }

  private void leave() {
    if (state.addAndGet(-SIGNAL) == END) {
      fail();
    }
  }

  private void fail() {
    close();
    if (!terminated) {
      terminated = true;
      subscription().cancel();
      Failure failure = end.join();
      observed.end(failure);
      downstream.onError(failure.asException());
    }
  }

  private Alarm endAfter(Deadline deadline) {
    return deadline.alarm(() -> end(Deadline.EXCEEDED));
  }

  private void close() {
    calls.remove(this);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private Flow.Subscription subscription() {
    return Objects.requireNonNull(upstream, "onSubscribe comes first");
  }
}
