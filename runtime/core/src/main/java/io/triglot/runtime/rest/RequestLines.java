package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.ReceivedStream;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.time.BlockingThreads;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that a client sends as lines of JSON, for one subscriber. A line is read when the
 * subscriber asks for a value: a service that is slow slows the client down, by the flow control of
 * TCP or HTTP/2. Reading blocks, on a thread that is neither the subscriber's nor the call's.
 */
final class RequestLines<E> implements ReceivedStream<E>, Flow.Subscription {
  private static final int MOST_BEFORE_21 = 200;
  private static final Executor READERS = BlockingThreads.atMost(MOST_BEFORE_21, "rest-lines");

  private final String name;
  private final LineReader lines;
  private final Function<byte[], E> decoding;
  private final AtomicReference<Flow.@Nullable Subscriber<? super E>> subscriber =
      new AtomicReference<>();
  private final AtomicLong demand = new AtomicLong();

  /** How many threads have something to signal. One reader signals, for all of them. */
  private final AtomicInteger signalling = new AtomicInteger();

  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;

  // Touched by the signalling thread alone.
  private boolean introduced;
  private boolean terminated;

  /**
   * Values that are made of lines.
   *
   * @param name what a value is called
   * @param decoding makes a value of a line, or refuses it with a {@link CallException}
   */
  RequestLines(String name, LineReader lines, Function<byte[], E> decoding) {
    this.name = name;
    this.lines = lines;
    this.decoding = decoding;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super E> given) {
    if (subscriber.compareAndSet(null, Objects.requireNonNull(given, "subscriber"))) {
      signal();
    } else {
      given.onSubscribe(new RefusedSubscription());
      given.onError(new IllegalStateException("The values of a call have one subscriber"));
    }
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      fail(new IllegalArgumentException("request of " + n + " values (Reactive Streams 3.9)"));
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    }
    signal();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  /** The call is over, and nothing more is read. */
  void abandon() {
    fail(Failure.of(StatusCode.CANCELLED, "Cancelled").asException());
    if (subscriber.get() != null) {
      signal();
    }
  }

  @Override
  public Throwable reasonOf(Throwable otherwise) {
    Throwable known = failure;
    return known == null ? otherwise : known;
  }

  private synchronized void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  private void signal() {
    if (signalling.getAndIncrement() == 0) {
      READERS.execute(this::signalAll);
    }
  }

  private void signalAll() {
    int seen = 1;
    do {
      Flow.Subscriber<? super E> receiver = subscriber.get();
      if (receiver != null) {
        signal(receiver);
      }
      seen = signalling.addAndGet(-seen);
    } while (seen > 0);
  }

  private void signal(Flow.Subscriber<? super E> receiver) {
    if (!introduced) {
      introduced = true;
      receiver.onSubscribe(this);
    }
    while (!terminated && !cancelled && failure == null && demand.get() > 0) {
      E value = next();
      if (cancelled) {
        return;
      }
      if (value != null) {
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
        receiver.onNext(value);
      } else if (failure == null) {
        terminated = true;
        receiver.onComplete();
      }
    }
    Throwable reason = failure;
    if (reason != null && !terminated && !cancelled) {
      terminated = true;
      receiver.onError(reason);
    }
  }

  /** The next value; null where there is none, or reading it has failed. */
  private @Nullable E next() {
    try {
      byte[] line = lines.next();
      return line == null ? null : decoding.apply(line);
    } catch (CallException refused) {
      fail(refused.failure().violations().isEmpty() ? refused : inLine(refused));
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
    return null;
  }

  /** The same with the number of the line beside the path of each value. */
  private CallException inLine(CallException refused) {
    List<FieldViolation> violations =
        refused.failure().violations().stream()
            .map(
                each ->
                    new FieldViolation(
                        each.field().isEmpty() ? name : each.field(),
                        each.description() + " (line " + lines.number() + ")"))
            .toList();
    return Failure.invalid(violations).asException();
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
