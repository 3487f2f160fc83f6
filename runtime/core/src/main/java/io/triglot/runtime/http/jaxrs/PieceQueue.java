package io.triglot.runtime.http.jaxrs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Hands the pieces of a response to a thread that writes them, one at a time. */
final class PieceQueue implements Flow.Subscriber<byte[]> {
  /** At most one piece, and the end as an empty value. */
  private final BlockingQueue<Optional<byte[]>> signals = new LinkedBlockingQueue<>();

  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;

  private PieceQueue() {}

  /**
   * Writes and flushes each piece as it comes, until the last one.
   *
   * @throws IOException when the client goes away, which cancels the publisher; or when the
   *     publisher fails
   */
  static void drain(Flow.Publisher<byte[]> publisher, OutputStream out) throws IOException {
    PieceQueue queue = new PieceQueue();
    publisher.subscribe(queue);
    try {
      for (Optional<byte[]> piece = queue.take(); piece.isPresent(); piece = queue.take()) {
        out.write(piece.get());
        out.flush();
      }
    } finally {
      queue.cancel();
    }
    Throwable failure = queue.failure;
    if (failure != null) {
      throw new IOException("the stream broke off", failure);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
  }

  @Override
  public void onNext(byte[] piece) {
    signals.add(Optional.of(piece));
  }

  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
    signals.add(Optional.empty());
  }

  @Override
  public void onComplete() {
    signals.add(Optional.empty());
  }

  private Optional<byte[]> take() throws IOException {
    Flow.Subscription source = subscription;
    if (source != null) {
      source.request(1);
    }
    try {
      return signals.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the stream was quiet");
    }
  }

  private void cancel() {
    Flow.Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }
}
