package io.triglot.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes all that a client streams, and tells when and how the stream has ended. */
final class Drain implements Flow.Subscriber<Object> {
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

  private Drain() {}

  /** The end of a stream, all of which is taken. */
  static CompletableFuture<@Nullable Void> of(Flow.Publisher<?> stream) {
    Drain drain = new Drain();
    stream.subscribe(drain);
    return drain.ended;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Object value) {
    // It has been read, which is all that is asked of it.
  }

  @Override
  public void onError(Throwable failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ended.complete(null);
  }
}
