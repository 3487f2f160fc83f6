package io.triglot.runtime.http;

import io.triglot.runtime.Failure;
import java.util.concurrent.CompletionStage;

/** Answers HTTP requests. Thread-safe. */
public interface HttpEndpoint {
  /**
   * Finds out what will answer, from the method, the path and the headers alone: the body is not
   * touched, and nothing blocks. There is always an answer, if only 404.
   */
  Exchange accept(HttpRequest request);

  /**
   * The response to a request that the host does not take, in the endpoint's own form. The request
   * is not read, and nothing blocks.
   */
  default HttpResponse refusal(HttpRequest request, Failure failure) {
    return HttpResponse.of(failure.code().httpStatus()).retryAfter(failure.retryAfter());
  }

  /** The answer to one request, about to be made. */
  interface Exchange {
    /**
     * Whether {@link #respond} may block its thread, so that the host lends it one that may. Where
     * it does not, the host has read the body ahead, so that {@link HttpRequest#body} has it.
     */
    boolean blocking();

    /** Makes the response. Never fails: every failure is a response. Called once. */
    CompletionStage<HttpResponse> respond();
  }
}
