package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has handlers answer, whatever comes of it: the same for our endpoint and for JAX-RS hosts. */
final class Answering {
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private Answering() {}

  /** The handler's response; the problem, where the call fails. The stage itself never fails. */
  static CompletionStage<HttpResponse> respond(RestRoute.Handler handler, RestRequest request) {
    CompletionStage<HttpResponse> response;
    try {
      response = handler.handle(request);
    } catch (RuntimeException e) {
      request.close();
      return CompletableFuture.completedFuture(problem(e));
    }
    return response.handle(
        (answer, failure) -> {
          request.close();
          return failure == null ? answer : problem(failure);
        });
  }

  /** The response as {@code HEAD} gets it. A stream that nobody will read is cancelled. */
  static HttpResponse withoutContent(HttpResponse response) {
    if (response.body() instanceof HttpResponse.Body.Pieces pieces) {
      pieces.publisher().subscribe(new CancellingSubscriber());
    }
    if (response.body() instanceof HttpResponse.Body.Written written) {
      discard(written.content());
    }
    return new HttpResponse(response.status(), response.headers(), new HttpResponse.Body.None());
  }

  private static void discard(Download content) {
    try {
      content.discard();
    } catch (IOException e) {
      log.warn("Content that nobody wanted could not be closed", e);
    }
  }

  private static HttpResponse problem(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (failure instanceof CallException known) {
      return Problem.of(known.failure()).response();
    }
    log.error("A handler failed outside of its call", failure);
    return Problem.of(Failure.of(StatusCode.INTERNAL, "Internal error")).response();
  }

  private static final class CancellingSubscriber implements Flow.Subscriber<byte[]> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(byte[] piece) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
