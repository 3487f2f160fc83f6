package io.triglot.server;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A body for one subscriber, each of whose pieces a test sends when it is asked for. */
final class Pieces implements Flow.Publisher<byte[]> {
  final CompletableFuture<Void> subscribed = new CompletableFuture<>();
  final CompletableFuture<Void> cancelled = new CompletableFuture<>();
  final LinkedBlockingQueue<Thread> requesters = new LinkedBlockingQueue<>();
  private final Semaphore demand = new Semaphore(0);
  private final AtomicLong demanded = new AtomicLong();
  private Flow.@Nullable Subscriber<? super byte[]> subscriber;

  @Override
  public void subscribe(Flow.Subscriber<? super byte[]> newcomer) {
    subscriber = newcomer;
    newcomer.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            demanded.addAndGet(n);
            requesters.add(Thread.currentThread());
            demand.release(Math.toIntExact(n));
          }

          @Override
          public void cancel() {
            cancelled.complete(null);
          }
        });
    subscribed.complete(null);
  }

  /** Waits until a piece is asked for, and sends this one. */
  void send(String text) throws InterruptedException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] piece) throws InterruptedException {
    demand.acquire();
    subscriber().onNext(piece);
  }

  /** Sends unless no piece is asked for. */
  boolean offer(byte[] piece) {
    boolean asked = demand.tryAcquire();
    if (asked) {
      subscriber().onNext(piece);
    }
    return asked;
  }

  void complete() {
    subscriber().onComplete();
  }

  void fail() {
    subscriber().onError(new IllegalStateException("the publisher failed"));
  }

  /** How many pieces have been asked for so far. */
  long demanded() {
    return demanded.get();
  }

  private Flow.Subscriber<? super byte[]> subscriber() {
    subscribed.join();
    return Objects.requireNonNull(subscriber);
  }
}
