package io.triglot.runtime.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The responses that a server streams. Each subscription makes a call of its own; the server is
 * asked for no more than the subscriber asks for.
 *
 * @param calls makes the calls
 * @param result takes the value out of a response
 */
record ResponseStream<Q, P, R>(
    Supplier<ClientCall<Q, P>> calls,
    Requests<Q> requests,
    Function<? super P, ? extends R> result,
    RemoteErrors errors)
    implements Flow.Publisher<R> {

  @Override
  public void subscribe(Flow.Subscriber<? super R> subscriber) {
    new Receiver<>(calls.get(), subscriber, this).start();
  }

  private static final class Receiver<Q, P, R> extends ClientCall.Listener<P>
      implements Flow.Subscription {
    private static final int WINDOW = 32;

    private final ClientCall<Q, P> call;
    private final Flow.Subscriber<? super R> subscriber;
    private final ResponseStream<Q, P, R> stream;
    private final RequestSink<Q> sink;
    private final SinkSubscriber<Q> sender;

    /** How many responses the subscriber wants that the server has not been asked for. */
    private final AtomicLong demand = new AtomicLong();

    /** How many responses the server was asked for and has not sent. */
    private final AtomicInteger expected = new AtomicInteger();

    private volatile boolean started;
    private volatile boolean cancelled;

    Receiver(
        ClientCall<Q, P> call,
        Flow.Subscriber<? super R> subscriber,
        ResponseStream<Q, P, R> stream) {
      this.call = call;
      this.subscriber = subscriber;
      this.stream = stream;
      sink = new RequestSink<>(call);
      sender = new SinkSubscriber<>(sink);
    }

    void start() {
      subscriber.onSubscribe(this);
      if (cancelled) {
        return;
      }
      call.start(this, new Metadata());
      started = true;
      ask();
      if (cancelled) {
        cancel(); // what came before the start had no effect
      } else {
        stream.requests.send(call, sender);
      }
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        sink.fail(new IllegalArgumentException("request of " + n + " (Reactive Streams 3.9)"));
        return;
      }
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
      ask();
    }

    @Override
    public void cancel() {
      cancelled = true;
      if (started) {
        call.cancel("Cancelled by the subscriber", null);
      }
    }

    private synchronized void ask() {
      int coming = expected.get();
      int more = (int) Math.min(demand.get(), WINDOW - coming);
      if (started && more > 0 && coming <= WINDOW / 2) {
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - more);
        expected.addAndGet(more);
        call.request(more);
      }
    }

    @Override
    public void onReady() {
      sender.demand();
    }

    @Override
    public void onMessage(P message) {
      expected.decrementAndGet();
      if (!cancelled) {
        R result = stream.result.apply(message);
        if (result == null) {
          demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left + 1);
        } else {
          subscriber.onNext(result);
        }
        ask();
      }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      sink.close();
      if (cancelled) {
        return;
      }
      if (status.isOk()) {
        subscriber.onComplete();
      } else {
        subscriber.onError(
            sink.failureOr(stream.errors.restored(status.asRuntimeException(trailers))));
      }
    }
  }
}
