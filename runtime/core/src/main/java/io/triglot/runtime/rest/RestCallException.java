package io.triglot.runtime.rest;

import io.triglot.runtime.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a REST client that failed with something else than an exception that its operation
 * declares. A service that lets it pass answers its own caller with INTERNAL: the refusal of
 * another server is not its own.
 */
public final class RestCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Failure failure;

  RestCallException(int status, Failure failure, @Nullable Throwable cause) {
    super(failure.code() + ": " + failure.message(), cause);
    this.status = status;
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /** The HTTP status; 0 where there was no answer. */
  public int status() {
    return status;
  }

  /**
   * What the server told, if it answered with a problem (RFC 9457) or there is a code for its HTTP
   * status. Without an answer the code is DEADLINE_EXCEEDED, UNAVAILABLE or CANCELLED; with one
   * that cannot be read, INTERNAL.
   */
  public Failure failure() {
    return failure;
  }
}
