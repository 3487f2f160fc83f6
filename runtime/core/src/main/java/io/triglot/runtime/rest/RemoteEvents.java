package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.json.JsonReader;
import io.triglot.runtime.time.Alarm;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Receives a stream of server-sent events, and hands on what they carry. Of the lines that they are
 * made of, no more are read than the subscriber's demand takes. Where the connection breaks, and
 * the stream can go on after the last event, another connection goes on with it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML</a>
 */
final class RemoteEvents<R> implements Flow.Subscription {
  private final Flow.Subscriber<? super R> subscriber;
  private final JsonReader.Value<R> reader;
  private final DeclaredExceptions declared;
  private final RestChannel channel;
  private final ClientRequest.Caused request;

  /** How many elements the subscriber wants that it has not got. */
  private final AtomicLong demand = new AtomicLong();

  private final AtomicBoolean done = new AtomicBoolean();
  private volatile CallContext.Watch watch = () -> {};
  private volatile @Nullable Alarm alarm;
  private volatile @Nullable EventConnection current;

  // Of one connection at a time
  private volatile @Nullable String lastId;
  private volatile boolean received;
  private volatile Optional<Duration> retry = Optional.empty();
  private volatile int attempts;

  RemoteEvents(
      Flow.Subscriber<? super R> subscriber,
      JsonReader.Value<R> reader,
      DeclaredExceptions declared,
      RestChannel channel,
      ClientRequest.Caused request) {
    this.subscriber = subscriber;
    this.reader = reader;
    this.declared = declared;
    this.channel = channel;
    this.request = request;
  }

  /** Makes the call. */
  void start() {
    subscriber.onSubscribe(this);
    if (!done.get()) {
      request.remaining().ifPresent(this::limit);
      request.cause().ifPresent(this::endWith);
      connect();
    }
  }

  private void connect() {
    if (done.get()) {
      return;
    }
    HttpRequest.Builder http;
    try {
      http = request.build();
    } catch (RuntimeException refused) {
      fail(refused);
      return;
    }
    String last = lastId;
    if (last != null && !last.isEmpty()) {
      http.setHeader("Last-Event-ID", last);
    }
    channel.timeout().ifPresent(http::timeout);
    EventConnection connection = new EventConnection(this);
    current = connection;
    connection.open(channel.http(), http.build());
    if (done.get()) {
      connection.close();
    }
  }

  private void limit(Duration remaining) {
    alarm = Alarm.after(remaining, () -> fail(RestAttempts.deadlineExceeded(null)));
    if (done.get()) {
      release();
    }
  }

  private void endWith(CallContext cause) {
    watch = cause.onCancel(() -> fail(RestAttempts.cancelled(cause)));
    if (done.get()) {
      release();
    }
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      fail(new IllegalArgumentException("request of " + n + " (Reactive Streams 3.9)"));
      return;
    }
    demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    EventConnection connection = current;
    if (connection != null) {
      connection.ask();
    }
  }

  @Override
  public void cancel() {
    if (done.compareAndSet(false, true)) {
      close();
    }
  }

  /** Whether another line is wanted. */
  boolean isWanting() {
    return demand.get() > 0 && !done.get();
  }

  /** An event has come. */
  void received(EventParser.Event event) {
    byte[] json = event.data().getBytes(StandardCharsets.UTF_8);
    if (done.get()) {
      return;
    }
    try {
      if (event.name().equals("error")) {
        refused(RemoteProblem.inStream(json));
        return;
      }
      R element = AnswerReader.read(200, json, reader);
      if (element != null) { // but for a constant that we do not know
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
        subscriber.onNext(element);
      }
      received = true;
      lastId = event.id();
      attempts = 0;
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  /** The server says when to try again. */
  void told(Duration time) {
    retry = Optional.of(time);
  }

  /** The stream is over. */
  void completed() {
    if (done.compareAndSet(false, true)) {
      release();
      subscriber.onComplete();
    }
  }

  /** The server has answered, or ends the stream, with a problem. */
  void refused(RemoteProblem problem) {
    if (problem.failure().code() != StatusCode.UNAVAILABLE || !isResumed()) {
      fail(declared.restored(problem.failure(), problem.exception()));
    }
  }

  /** The server has answered with something else. */
  void answered(int status) {
    Failure failure = Failure.of(StatusCode.INTERNAL, "The answer is no stream of events");
    fail(new RestCallException(status, failure, null));
  }

  /** The connection is lost, or there was none. */
  void broken(Throwable failure) {
    RestCallException why = RestAttempts.exception(failure);
    if (why.failure().code() != StatusCode.UNAVAILABLE || !isResumed()) {
      fail(why);
    }
  }

  /** Whether the stream goes on with another connection, for which this cares. */
  private boolean isResumed() {
    boolean knowsWhere = !received || lastId != null;
    int attempt = attempts;
    if (!request.resumable() || !knowsWhere || attempt >= channel.resumptions() || done.get()) {
      return false;
    }
    attempts = attempt + 1;
    EventConnection lost = current;
    if (lost != null) {
      lost.close();
    }
    Alarm.after(retry.orElseGet(() -> RestAttempts.pause(attempt)), this::connect);
    return true;
  }

  private void fail(Throwable failure) {
    if (done.compareAndSet(false, true)) {
      close();
      subscriber.onError(failure);
    }
  }

  private void release() {
    watch.close();
    Alarm limit = alarm;
    if (limit != null) {
      limit.cancel();
    }
  }

  private void close() {
    release();
    EventConnection connection = current;
    if (connection != null) {
      connection.close();
    }
  }
}
