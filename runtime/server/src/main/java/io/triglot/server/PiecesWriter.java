package io.triglot.server;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Writes a streamed body. One piece is under way at a time: the next is asked for when the last has
 * been written, so a slow client slows the publisher down and nothing piles up in between. A client
 * that goes away cancels the publisher.
 */
final class PiecesWriter extends IteratingCallback implements Flow.Subscriber<byte[]> {
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Optional<CompletionStage<Void>> departure;
  private final AtomicReference<byte @Nullable []> piece = new AtomicReference<>();
  private Flow.@Nullable Subscription subscription;
  private boolean begun;
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;

  /**
   * A writer of one response.
   *
   * @param departure tells when the client goes away, where the connection is watched already
   */
  PiecesWriter(
      Request request,
      Response response,
      Callback callback,
      Optional<CompletionStage<Void>> departure) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.departure = departure;
  }

  void write(Flow.Publisher<byte[]> publisher) {
    publisher.subscribe(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    subscription = granted;
    request.addFailureListener(this::abort);
    HttpVersion version = request.getConnectionMetaData().getHttpVersion();
    if (version != HttpVersion.HTTP_2) {
      // Watching for the end of the connection reads from it, so that it cannot be used again.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      departure.ifPresentOrElse(
          gone -> gone.thenRun(() -> abort(new EofException("The client has gone away"))),
          new DisconnectWatch(request, this::abort)::begin);
    }
    if (version == HttpVersion.HTTP_1_1) {
      // With "close" Jetty would end the content with the connection: a whole response and one
      // that was broken off would look the same.
      response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
    }
    iterate();
  }

  @Override
  public void onNext(byte[] next) {
    piece.set(next);
    iterate();
  }

  @Override
  public void onError(Throwable cause) {
    failure = cause;
    iterate();
  }

  @Override
  public void onComplete() {
    ended = true;
    iterate();
  }

  @Override
  protected Action process() throws Throwable {
    if (!begun) {
      begun = true;
      response.write(false, BufferUtil.EMPTY_BUFFER, this); // the client sees the headers at once
      return Action.SCHEDULED;
    }
    byte[] next = piece.getAndSet(null);
    if (next != null) {
      response.write(false, ByteBuffer.wrap(next), this);
      return Action.SCHEDULED;
    }
    Throwable cause = failure;
    if (cause != null) {
      throw cause;
    }
    return ended ? Action.SUCCEEDED : Action.IDLE;
  }

  /** A piece, or at first the headers, has left. */
  @Override
  protected void onSuccess() {
    Objects.requireNonNull(subscription).request(1);
  }

  @Override
  protected void onCompleteSuccess() {
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
  }

  @Override
  protected void onFailure(Throwable cause) {
    Objects.requireNonNull(subscription).cancel();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    callback.failed(cause);
  }
}
