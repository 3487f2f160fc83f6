package io.triglot.runtime;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The values that a caller streams, for one subscriber, who is told of one thing after the other
 * (Reactive Streams 1.3) whatever thread it comes from. Thread-safe.
 *
 * @param <E> the type of a value
 */
public abstract class ReceivedStream<E> implements Flow.Publisher<E>, Flow.Subscription {
  private final Executor signals;
  private final AtomicReference<Flow.@Nullable Subscriber<? super E>> subscriber =
      new AtomicReference<>();
  private final AtomicLong demand = new AtomicLong();

  /** How many threads have something to signal. The first of them signals, for all of them. */
  private final AtomicInteger signalling = new AtomicInteger();

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean ended;
  private volatile boolean cancelled;

  // Touched by the signalling thread alone.
  private boolean introduced;
  private boolean terminated;

  /**
   * A stream without a subscriber.
   *
   * @param signals where the subscriber is told
   */
  protected ReceivedStream(Executor signals) {
    this.signals = signals;
  }

  /** The next value, if there is one now. Called by one thread after the other. */
  protected abstract @Nullable E next();

  /** Whether {@link #next()} has a value already. */
  protected abstract boolean hasNext();

  /**
   * The subscriber has what there was, and waits for so many more.
   *
   * @param wanted how many, perhaps 0
   */
  protected abstract void await(long wanted);

  @Override
  public final void subscribe(Flow.Subscriber<? super E> given) {
    if (subscriber.compareAndSet(null, Objects.requireNonNull(given, "subscriber"))) {
      signal();
    } else {
      given.onSubscribe(new RefusedSubscription());
      given.onError(new IllegalStateException("The values of a call have one subscriber"));
    }
  }

  @Override
  public final void request(long n) {
    if (n <= 0) {
      fail(new IllegalArgumentException("request of " + n + " values (Reactive Streams 3.9)"));
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
      signal();
    }
  }

  @Override
  public final void cancel() {
    cancelled = true;
  }

  /** Nothing will come any more. */
  public final void end() {
    ended = true;
    signal();
  }

  /** The call is over: what has not come will not come. */
  public final void abandon() {
    if (!ended) {
      fail(Failure.of(StatusCode.CANCELLED, "Cancelled").asException());
    }
  }

  /** Nothing will come any more, for this reason; the first one counts. */
  protected final void fail(Throwable reason) {
    failure.compareAndSet(null, reason);
    end();
  }

  /** Whether nothing is to be received any more. */
  protected final boolean isOver() {
    return ended || cancelled;
  }

  /** Tells the subscriber, if there is one, what there is to be told. */
  protected final void signal() {
    if (subscriber.get() != null && signalling.getAndIncrement() == 0) {
      signals.execute(this::signalAll);
    }
  }

  /** Why the stream ended before its time, if it did; otherwise what is given. */
  public final Throwable reasonOf(Throwable otherwise) {
    Throwable known = failure.get();
    return known == null ? otherwise : known;
  }

  /**
   * Runs what consumes the stream. If it fails after the stream did, then for the stream's reason,
   * whatever it makes of that.
   */
  final <T extends @Nullable Object> T explained(Callable<T> consumer) throws Exception {
    try {
      return consumer.call();
    } catch (Exception e) {
      Throwable reason = reasonOf(e);
      throw reason instanceof Exception exception ? exception : e;
    }
  }

  /** The same for a stage that consumes the stream. */
  final <T extends @Nullable Object> CompletionStage<T> explained(CompletionStage<T> consumer) {
    return consumer.exceptionallyCompose(e -> CompletableFuture.failedFuture(reasonOf(e)));
  }

  private void signalAll() {
    Flow.Subscriber<? super E> receiver = Objects.requireNonNull(subscriber.get());
    int seen = 1;
    do {
      signal(receiver);
      seen = signalling.addAndGet(-seen);
    } while (seen > 0);
  }

  private void signal(Flow.Subscriber<? super E> receiver) {
    if (!introduced) {
      introduced = true;
      receiver.onSubscribe(this);
    }
    boolean last = ended; // before nothing is found, so that nothing is left
    E next;
    while (demand.get() > 0 && (next = next()) != null && !cancelled) {
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      receiver.onNext(next);
    }
    if (cancelled) {
      return;
    }
    if (last) {
      terminate(receiver);
    } else {
      await(demand.get());
    }
  }

  private void terminate(Flow.Subscriber<? super E> receiver) {
    Throwable reason = failure.get();
    if (terminated || reason == null && hasNext()) {
      return;
    }
    terminated = true;
    if (reason == null) {
      receiver.onComplete();
    } else {
      receiver.onError(reason);
    }
  }

  private static final class RefusedSubscription implements Flow.Subscription {
    @Override
    public void request(long n) {
      // There is nothing to be had.
    }

    @Override
    public void cancel() {
      // There is nothing to cancel.
    }
  }
}
