package io.triglot.runtime.rest;

import io.triglot.runtime.OperationDescriptor;
import java.net.http.HttpRequest;

/**
 * Prepares the requests of REST clients: credentials, headers of one's own. Thread-safe, and must
 * not block.
 *
 * <pre>{@code
 * (operation, request) -> request.setHeader("Authorization", "Bearer " + token.get())
 * }</pre>
 */
@FunctionalInterface
public interface RestClientInterceptor {
  /**
   * Prepares a request that is about to be sent; one that is sent again, again.
   *
   * @param operation what is called
   * @param request has all that the client itself puts into it
   */
  void prepare(OperationDescriptor operation, HttpRequest.Builder request);
}
