package io.triglot.runtime.grpc;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a publisher gives, and asks it for no more than the transport takes: a peer that reads
 * slowly slows the publisher down, and at most {@link #WINDOW} messages wait in memory.
 */
final class SinkSubscriber<M> implements Flow.Subscriber<M> {
  private static final int WINDOW = 16;

  private final MessageSink<M> sink;
  private Flow.@Nullable Subscription subscription;

  /** How many messages were asked for and have not come. */
  private final AtomicInteger expected = new AtomicInteger();

  /**
   * How many threads found reason to ask for more. The first of them asks, for all of them: so no
   * two ask at a time, and a publisher that answers at once does not call us into ever deeper
   * recursion.
   */
  private final AtomicInteger asking = new AtomicInteger();

  SinkSubscriber(MessageSink<M> sink) {
    this.sink = sink;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    sink.onCancel(given::cancel);
    demand();
  }

  @Override
  public void onNext(M message) {
    expected.decrementAndGet();
    sink.send(message);
    demand();
  }

  @Override
  public void onError(Throwable failure) {
    sink.fail(failure);
  }

  @Override
  public void onComplete() {
    sink.complete();
  }

  /** Asks for more, if the transport takes more and the window has room for half of it. */
  void demand() {
    if (asking.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    do {
      int room = WINDOW - expected.get();
      Flow.Subscription source = subscription;
      if (source != null && room >= WINDOW / 2 && sink.isReady()) {
        expected.addAndGet(room);
        source.request(room);
      }
      seen = asking.addAndGet(-seen);
    } while (seen > 0);
  }
}
