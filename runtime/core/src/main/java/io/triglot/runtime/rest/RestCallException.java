package io.triglot.runtime.rest;

import io.triglot.runtime.Failure;
import io.triglot.runtime.RemoteCallException;
import org.jspecify.annotations.Nullable;

/**
 * A call of a REST client that failed with something else than an exception that its operation
 * declares. A service that lets it pass answers its own caller with INTERNAL: the refusal of
 * another server is not its own.
 *
 * <p>Its {@link #failure()} is what the server told, if it answered with a problem (RFC 9457) or
 * there is a code for its HTTP status. Without an answer the code is DEADLINE_EXCEEDED, UNAVAILABLE
 * or CANCELLED; with one that cannot be read, INTERNAL.
 */
public final class RestCallException extends RemoteCallException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RestCallException(int status, Failure failure, @Nullable Throwable cause) {
    super(failure, cause);
    this.status = status;
  }

  /** The HTTP status; 0 where there was no answer. */
  public int status() {
    return status;
  }
}
