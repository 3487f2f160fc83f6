package io.triglot.runtime.grpc;

import io.grpc.ServerCall;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Failure;
import io.triglot.runtime.ReceivedStream;
import io.triglot.runtime.StatusCode;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that a client streams, for one subscriber. The client is asked for no more than the
 * subscriber asks for, and for at most {@link #WINDOW} messages at a time: a service that is slow
 * slows the client down, by HTTP/2's flow control.
 */
final class RequestStream<E> implements ReceivedStream<E>, Flow.Subscription {
  private static final int WINDOW = 16;

  private final ServerCall<byte[], byte[]> call;
  private final Reply reply;
  private final BiFunction<byte[], Clearance, E> decoding;

  private final AtomicReference<Flow.@Nullable Subscriber<? super E>> subscriber =
      new AtomicReference<>();
  private final Queue<E> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong demand = new AtomicLong();

  /** How many messages the client was asked for and has not sent. */
  private final AtomicInteger expected = new AtomicInteger();

  /** How many threads have something to signal. The first of them signals, for all of them. */
  private final AtomicInteger signalling = new AtomicInteger();

  private volatile Clearance sender = Clearance.ANONYMOUS;
  private volatile Consumer<Object> check = value -> {};
  private volatile boolean ended;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;

  // Touched by the signalling thread alone.
  private boolean introduced;
  private boolean terminated;

  RequestStream(
      ServerCall<byte[], byte[]> call, Reply reply, BiFunction<byte[], Clearance, E> decoding) {
    this.call = call;
    this.reply = reply;
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
      return;
    }
    demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    signal();
  }

  @Override
  public void cancel() {
    cancelled = true;
    waiting.clear();
  }

  /**
   * Says what the caller may send, once that is known; it is not asked for a message before.
   *
   * @param check refuses a value that is not valid
   */
  void admit(Clearance caller, Consumer<Object> check) {
    sender = caller;
    this.check = check;
  }

  /** Takes a value that did not come in a message of its own. */
  void add(E element) {
    check.accept(element);
    waiting.add(element);
  }

  /** Takes a message. One that cannot be read, or is not valid, ends the call. */
  void message(byte[] message) {
    expected.decrementAndGet();
    if (ended || cancelled) {
      return;
    }
    try {
      add(decoding.apply(message, sender));
    } catch (RuntimeException refusal) {
      reply.fail(refusal);
      fail(refusal);
      return;
    }
    signal();
  }

  /** The client has sent all. */
  void end() {
    ended = true;
    signal();
  }

  /** The call is over, and nothing more will come. */
  void abandon() {
    if (!ended) {
      fail(Failure.of(StatusCode.CANCELLED, "Cancelled").asException());
    }
  }

  @Override
  public Throwable reasonOf(Throwable otherwise) {
    Throwable known = failure;
    return known == null ? otherwise : known;
  }

  private void fail(Throwable reason) {
    failure = reason;
    end();
  }

  private void signal() {
    if (signalling.getAndIncrement() > 0) {
      return;
    }
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
    boolean last = ended; // before the queue is seen empty, so that nothing is left in it
    E next;
    while (!cancelled && demand.get() > 0 && (next = waiting.poll()) != null) {
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      receiver.onNext(next);
    }
    if (last) {
      terminate(receiver);
    } else {
      ask();
    }
  }

  private void terminate(Flow.Subscriber<? super E> receiver) {
    Throwable reason = failure;
    if (terminated || cancelled || reason == null && !waiting.isEmpty()) {
      return;
    }
    terminated = true;
    if (reason == null) {
      receiver.onComplete();
    } else {
      waiting.clear();
      receiver.onError(reason);
    }
  }

  private void ask() {
    int wanted = (int) Math.min(demand.get(), WINDOW);
    int coming = expected.get();
    if (!cancelled && coming < wanted && coming <= WINDOW / 2) {
      expected.addAndGet(wanted - coming);
      call.request(wanted - coming);
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
