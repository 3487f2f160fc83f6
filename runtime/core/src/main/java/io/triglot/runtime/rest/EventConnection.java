package io.triglot.runtime.rest;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection of a stream of server-sent events, read line by line. */
final class EventConnection implements Flow.Subscriber<String> {
  private static final byte[] NOTHING = {};
  private static final int NO_CONTENT = 204;

  private final RemoteEvents<?> events;
  private final EventParser parser = new EventParser();

  /** Whether a line is asked for that has not come. */
  private final AtomicBoolean asked = new AtomicBoolean();

  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription lines;
  private volatile @Nullable CompletableFuture<?> response;

  EventConnection(RemoteEvents<?> events) {
    this.events = events;
  }

  /** Sends the request. */
  void open(HttpClient http, HttpRequest request) {
    CompletableFuture<?> sent = http.sendAsync(request, this::body);
    response = sent;
    if (over.get()) {
      sent.cancel(true);
    }
    sent.whenComplete(
        (given, failure) -> {
          if (failure != null) {
            onError(failure);
          }
        });
  }

  private BodySubscriber<byte[]> body(ResponseInfo info) {
    boolean stream =
        info.statusCode() == 200
            && MediaTypes.is(contentType(info.headers()), MediaTypes.EVENT_STREAM);
    return stream
        ? BodySubscribers.fromLineSubscriber(
            this, received -> NOTHING, StandardCharsets.UTF_8, null)
        : RestAnswer.reader(info, this::answered);
  }

  private static String contentType(java.net.http.HttpHeaders headers) {
    return headers.firstValue("Content-Type").orElse("");
  }

  private void answered(RestAnswer given) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    int status = given.status();
    if (status == NO_CONTENT) {
      events.completed();
    } else if (status >= 200 && status < 300) {
      events.answered(status);
    } else {
      events.refused(RemoteProblem.of(status, contentType(given.headers()), given.content()));
    }
  }

  /** Reads on, where a line is wanted. */
  void ask() {
    Flow.Subscription source = lines;
    if (source != null && !over.get() && events.isWanting() && asked.compareAndSet(false, true)) {
      source.request(1);
    }
  }

  /** Gives it up; one that is over already is left alone, so that it can be used again. */
  void close() {
    if (over.compareAndSet(false, true)) {
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

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    lines = subscription;
    if (over.get()) {
      subscription.cancel();
    }
    ask();
  }

  @Override
  public void onNext(String line) {
    if (over.get()) {
      return;
    }
    EventParser.Event event = parser.line(line);
    parser.retry().ifPresent(events::told);
    if (event != null) {
      events.received(event);
    }
    asked.set(false);
    ask();
  }

  @Override
  public void onError(Throwable failure) {
    if (over.compareAndSet(false, true)) {
      events.broken(failure);
    }
  }

  @Override
  public void onComplete() {
    if (over.compareAndSet(false, true)) {
      events.completed();
    }
  }
}
