package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.time.Alarm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The response that a stream of JSON documents becomes. It takes the first signal before there is a
 * response, since that decides its status; from then on it asks for one document at a time, when
 * the host has asked for it and has got all that came before.
 */
final class StreamedBody
    implements Flow.Subscriber<StreamElement>, Flow.Publisher<byte[]>, Flow.Subscription {
  private final StreamFormat format;
  private final Duration keepAlive;
  private final CompletableFuture<HttpResponse> response = new CompletableFuture<>();

  // Guarded by this
  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private Flow.@Nullable Subscription source;
  private Flow.@Nullable Subscriber<? super byte[]> host;
  private Alarm pause;
  private long demand;
  private boolean awaiting;
  private boolean ended;
  private boolean closed;
  private boolean delivering;
  private boolean resumed;
  private @Nullable CallException breach;

  // Of the source alone
  private boolean empty = true;

  /**
   * A body without a source yet.
   *
   * @param patience how long the first signal may hold up the response
   * @param keepAlive how long a pause between pieces may be
   */
  StreamedBody(StreamFormat format, Duration patience, Duration keepAlive) {
    this.format = format;
    this.keepAlive = keepAlive;
    synchronized (this) { // which whoever fills the pause waits for
      pause = Alarm.after(patience, this::fillPause);
    }
  }

  /**
   * Says how it begins; before it has a source.
   *
   * @param piece the first piece; empty where there is none
   * @param resumed whether the client has had the beginning of the stream: where nothing follows,
   *     204 keeps it from asking again (HTML, section 9.2.3)
   */
  synchronized void beginWith(byte[] piece, boolean resumed) {
    this.resumed = resumed;
    if (piece.length > 0) {
      pieces.add(piece);
    }
  }

  /** The response, once it is decided. */
  CompletionStage<HttpResponse> response() {
    return response;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    boolean late;
    synchronized (this) {
      late = closed;
      source = subscription;
      awaiting = true;
    }
    if (late) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(StreamElement element) {
    boolean first = empty;
    empty = false;
    add(format.element(element, first), false);
    begin();
  }

  @Override
  public void onError(Throwable thrown) {
    Failure failure =
        thrown instanceof CallException known
            ? known.failure()
            : Failure.of(StatusCode.INTERNAL, "Internal error");
    Problem problem = Problem.of(failure);
    if (response.complete(problem.response())) {
      close();
    } else if (format.tellsFailures()) {
      add(format.failure(problem), true);
      deliver();
    } else {
      breakOff(failure.asException());
      deliver();
    }
  }

  @Override
  public void onComplete() {
    boolean nothing;
    synchronized (this) {
      ended = true;
      nothing = resumed;
    }
    if (nothing && response.complete(HttpResponse.of(204))) {
      close();
      return;
    }
    byte[] end = format.end(empty);
    if (end.length > 0) {
      add(end, true);
    }
    begin();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super byte[]> subscriber) {
    subscriber.onSubscribe(this);
    synchronized (this) {
      host = subscriber;
    }
    deliver();
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    }
    deliver();
  }

  @Override
  public void cancel() {
    Flow.Subscription upstream = close();
    if (upstream != null) {
      upstream.cancel();
    }
  }

  private void begin() {
    response.complete(
        HttpResponse.of(200, format.mediaType(), this).header("Cache-Control", "no-cache"));
    deliver();
  }

  private synchronized void schedule(Duration time) {
    if (!closed) {
      pause = Alarm.after(time, this::fillPause);
    }
  }

  private void fillPause() {
    synchronized (this) {
      if (closed || ended || breach != null) {
        return;
      }
      if (pieces.isEmpty()) {
        pieces.add(format.nothing());
      }
    }
    begin();
    schedule(keepAlive);
  }

  private synchronized void add(byte[] piece, boolean last) {
    pieces.add(piece);
    awaiting = false;
    ended = last;
  }

  private synchronized void breakOff(CallException failure) {
    awaiting = false;
    breach = failure;
  }

  private synchronized Flow.@Nullable Subscription close() {
    closed = true;
    pause.cancel(); // or it would hold on to all of this, and to the connection
    pieces.clear();
    return source;
  }

  /** Takes steps until there is nothing to do; one thread at a time, whichever comes first. */
  private void deliver() {
    synchronized (this) {
      if (delivering) {
        return;
      }
      delivering = true;
    }
    for (Runnable step = nextStep(); step != null; step = nextStep()) {
      step.run();
    }
  }

  private synchronized @Nullable Runnable nextStep() {
    Flow.Subscriber<? super byte[]> subscriber = host;
    Flow.Subscription upstream = source;
    if (subscriber != null && upstream != null && !closed) {
      if (demand > 0 && !pieces.isEmpty()) {
        byte[] piece = pieces.remove();
        demand--;
        return () -> subscriber.onNext(piece);
      }
      CallException failure = breach;
      if (failure != null && pieces.isEmpty()) {
        closed = true;
        pause.cancel();
        return () -> subscriber.onError(failure);
      }
      if (ended && pieces.isEmpty()) {
        closed = true;
        pause.cancel();
        return subscriber::onComplete;
      }
      if (demand > 0 && !awaiting) {
        awaiting = true;
        return () -> upstream.request(1);
      }
    }
    delivering = false;
    return null;
  }
}
