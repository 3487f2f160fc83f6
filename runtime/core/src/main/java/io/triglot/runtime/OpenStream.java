package io.triglot.runtime;

import java.util.Objects;
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
  private final OpenCalls calls;

  /** {@link #SIGNAL} for each signal inside, and {@link #END} once the end has been asked for. */
  private final AtomicInteger state = new AtomicInteger();

  private Flow.@Nullable Subscription upstream;
  private boolean terminated;

  OpenStream(
      Flow.Subscriber<? super T> downstream,
      Function<Throwable, CallException> mapping,
      OpenCalls calls) {
    this.downstream = downstream;
    this.mapping = mapping;
    this.calls = calls;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    state.addAndGet(SIGNAL);
    calls.add(this);
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
    calls.remove(this);
    if (enter()) {
      terminated = true;
      downstream.onError(mapping.apply(failure));
      leave();
    }
  }

  @Override
  public void onComplete() {
    calls.remove(this);
    if (enter()) {
      terminated = true;
      downstream.onComplete();
      leave();
    }
  }

  @Override
  public void request(long n) {
    subscription().request(n);
  }

  @Override
  public void cancel() {
    calls.remove(this);
    subscription().cancel();
  }

  /** Ends the stream with an error of its own, after the signal that is being passed on. */
  void end() {
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
    calls.remove(this);
    if (!terminated) {
      terminated = true;
      subscription().cancel();
      downstream.onError(
          Failure.of(StatusCode.UNAVAILABLE, "The server is shutting down").asException());
    }
  }

  private Flow.Subscription subscription() {
    return Objects.requireNonNull(upstream, "onSubscribe comes first");
  }
}
