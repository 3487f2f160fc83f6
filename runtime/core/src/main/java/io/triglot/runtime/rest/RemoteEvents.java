package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.json.JsonReader;
import io.triglot.runtime.time.Alarm;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Receives a stream of server-sent events, and hands on what they carry. Of the lines that they are
 * made of, no more are read than the subscriber's demand takes.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML</a>
 */
final class RemoteEvents<R> implements Flow.Subscription, Flow.Subscriber<String> {
  private static final byte[] NOTHING = {};

  private final Flow.Subscriber<? super R> subscriber;
  private final JsonReader.Value<R> reader;
  private final DeclaredExceptions declared;

  /** How many elements the subscriber wants that it has not got. */
  private final AtomicLong demand = new AtomicLong();

  /** Whether a line is asked for that has not come. */
  private final AtomicBoolean asked = new AtomicBoolean();

  private final AtomicBoolean done = new AtomicBoolean();
  private final StringBuilder data = new StringBuilder();
  private String event = "";
  private volatile CallContext.Watch watch = () -> {};
  private volatile @Nullable Alarm alarm;
  private volatile Flow.@Nullable Subscription lines;
  private volatile @Nullable CompletableFuture<?> response;

  RemoteEvents(
      Flow.Subscriber<? super R> subscriber,
      JsonReader.Value<R> reader,
      DeclaredExceptions declared) {
    this.subscriber = subscriber;
    this.reader = reader;
    this.declared = declared;
  }

  /** Makes the call. */
  void start(RestChannel channel, ClientRequest.Caused request) {
    subscriber.onSubscribe(this);
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
    channel.timeout().ifPresent(http::timeout);
    request.remaining().ifPresent(this::limit);
    request.cause().ifPresent(this::endWith);
    CompletableFuture<?> sent = channel.http().sendAsync(http.build(), this::body);
    response = sent;
    if (done.get()) {
      sent.cancel(true);
    }
    sent.whenComplete(
        (given, failure) -> {
          if (failure != null) {
            fail(RestAttempts.exception(failure));
          }
        });
  }

  private BodySubscriber<byte[]> body(ResponseInfo info) {
    return isStream(info.statusCode(), contentType(info.headers()))
        ? BodySubscribers.fromLineSubscriber(
            this, received -> NOTHING, StandardCharsets.UTF_8, null)
        : RestAnswer.reader(info, this::refuse);
  }

  private static boolean isStream(int status, String contentType) {
    return status == 200 && MediaTypes.is(contentType, MediaTypes.EVENT_STREAM);
  }

  private static String contentType(java.net.http.HttpHeaders headers) {
    return headers.firstValue("Content-Type").orElse("");
  }

  private void refuse(RestAnswer given) {
    response = null; // all of it is there: to cancel it would close the connection
    int status = given.status();
    if (status >= 200 && status < 300) {
      Failure failure = Failure.of(StatusCode.INTERNAL, "The answer is no stream of events");
      fail(new RestCallException(status, failure, null));
    } else {
      fail(RemoteProblem.of(status, contentType(given.headers()), given.content()));
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
    ask();
  }

  @Override
  public void cancel() {
    if (done.compareAndSet(false, true)) {
      close();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    lines = subscription;
    if (done.get()) {
      subscription.cancel();
    }
    ask();
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (line.startsWith("data:")) {
      data.append(data.length() == 0 ? "" : "\n").append(value(line));
    } else if (line.startsWith("event:")) {
      event = value(line);
    }
    asked.set(false);
    ask();
  }

  @Override
  public void onError(Throwable failure) {
    fail(RestAttempts.exception(failure));
  }

  @Override
  public void onComplete() {
    if (done.compareAndSet(false, true)) {
      release();
      subscriber.onComplete();
    }
  }

  private void ask() {
    Flow.Subscription source = lines;
    if (source != null && demand.get() > 0 && !done.get() && asked.compareAndSet(false, true)) {
      source.request(1);
    }
  }

  /** The value of a field, without the blank that may stand before it. */
  private static String value(String line) {
    String value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }

  private void dispatch() {
    String kind = event;
    byte[] json = data.toString().getBytes(StandardCharsets.UTF_8);
    event = "";
    data.setLength(0);
    if (json.length == 0 || done.get()) {
      return;
    }
    try {
      if (kind.equals("error")) {
        fail(RemoteProblem.inStream(json));
        return;
      }
      R element = RestCall.read(200, json, reader);
      if (element != null) { // but for a constant that we do not know
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
        subscriber.onNext(element);
      }
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  private void fail(RemoteProblem problem) {
    fail(declared.restored(problem.failure(), problem.exception()));
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
    Flow.Subscription source = lines;
    if (source != null) {
      source.cancel();
    }
    CompletableFuture<?> call = response;
    if (call != null) {
      call.cancel(true);
    }
  }
}
