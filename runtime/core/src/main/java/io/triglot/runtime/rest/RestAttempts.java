package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.time.Alarm;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of a call, again where the channel asks for it and nothing speaks against it:
 * it is not known whether a server made a call that it did not answer.
 */
final class RestAttempts {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final RestChannel channel;
  private final ClientRequest.Caused request;
  private final CompletableFuture<RestAnswer> answer = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> current;

  private RestAttempts(RestChannel channel, ClientRequest.Caused request) {
    this.channel = channel;
    this.request = request;
  }

  /**
   * Sends a request.
   *
   * @param limit how long all attempts may take
   * @return the answer, or a {@link RestCallException} that tells why there is none; to cancel it
   *     gives the call up
   */
  static CompletableFuture<RestAnswer> send(
      RestChannel channel, ClientRequest.Caused request, Optional<Duration> limit) {
    RestAttempts attempts = new RestAttempts(channel, request);
    limit.ifPresent(attempts::limit);
    request.cause().ifPresent(attempts::endWith);
    attempts.answer.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            attempts.stop();
          }
        });
    attempts.attempt(0);
    return attempts.answer;
  }

  /** Why there was no answer. */
  static RestCallException exception(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (failure instanceof HttpTimeoutException) {
      return deadlineExceeded(failure);
    }
    StatusCode code =
        failure instanceof CancellationException
            ? StatusCode.CANCELLED
            : failure instanceof IOException ? StatusCode.UNAVAILABLE : StatusCode.INTERNAL;
    return new RestCallException(0, Failure.of(code, "No answer: " + failure), failure);
  }

  static RestCallException deadlineExceeded(@Nullable Throwable cause) {
    return new RestCallException(
        0, Failure.of(StatusCode.DEADLINE_EXCEEDED, "Deadline exceeded"), cause);
  }

  /** Why there is no answer to a call whose cause has been given up: by its caller, or too late. */
  static RestCallException cancelled(CallContext cause) {
    return cause.remaining().filter(Duration::isZero).isPresent()
        ? deadlineExceeded(null)
        : new RestCallException(
            0, Failure.of(StatusCode.CANCELLED, "The caller has gone away"), null);
  }

  private void endWith(CallContext cause) {
    CallContext.Watch watch = cause.onCancel(() -> answer.completeExceptionally(cancelled(cause)));
    answer.whenComplete((response, failure) -> watch.close());
  }

  private void limit(Duration limit) {
    Alarm alarm = Alarm.after(limit, () -> answer.completeExceptionally(deadlineExceeded(null)));
    answer.whenComplete((response, failure) -> alarm.cancel());
  }

  private void stop() {
    CompletableFuture<?> open = current;
    if (open != null) {
      open.cancel(true);
    }
  }

  private void attempt(int number) {
    CompletableFuture<?> sent;
    try {
      sent =
          channel
              .http()
              .sendAsync(
                  request.build().build(),
                  info ->
                      request.streamed()
                          ? RestAnswer.streamReader(info, given -> answered(number, given))
                          : RestAnswer.reader(info, given -> answered(number, given)));
    } catch (RuntimeException refused) {
      answer.completeExceptionally(refused);
      return;
    }
    current = sent;
    if (answer.isCompletedExceptionally()) {
      sent.cancel(true);
    }
    sent.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            failed(number, failure);
          }
        });
  }

  private void answered(int number, RestAnswer given) {
    if (given.status() != 503 || !isTriedAgain(number, toldPause(given))) {
      InputStream unread = given.stream();
      if (!answer.complete(given) && unread != null) {
        RemoteContent.close(unread); // nobody waits for it any more
      }
    }
  }

  private void failed(int number, Throwable failure) {
    RestCallException why = exception(failure);
    if (why.failure().code() != StatusCode.UNAVAILABLE || !isTriedAgain(number, Optional.empty())) {
      answer.completeExceptionally(why);
    }
  }

  private boolean isTriedAgain(int number, Optional<Duration> told) {
    if (number >= request.retries()) {
      return false;
    }
    Alarm.after(
        told.orElseGet(() -> pause(number)),
        () -> {
          if (!answer.isDone()) {
            attempt(number + 1);
          }
        });
    return true;
  }

  private static Optional<Duration> toldPause(RestAnswer given) {
    return given
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** How long to wait before another attempt, where the server does not say. */
  static Duration pause(int number) {
    long longest =
        Math.min(FIRST_PAUSE.toMillis() << Math.min(number, 10), LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
