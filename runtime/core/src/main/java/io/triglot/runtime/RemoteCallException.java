package io.triglot.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a generated client that another server refused, or that did not reach it. Both clients
 * of an adopted resource throw it, so that callers who move from REST to gRPC catch what they have
 * caught before. A service that lets it pass answers its own caller with INTERNAL: the refusal of
 * another server is not its own.
 */
public class RemoteCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /**
   * An exception.
   *
   * @param failure what the other server told, or why there is no answer
   * @param cause the exception of the protocol, if it has one
   */
  public RemoteCallException(Failure failure, @Nullable Throwable cause) {
    super(failure.code() + ": " + failure.message(), cause);
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /**
   * What the server told. Where it told no more than a status, the code that is closest to it;
   * without an answer DEADLINE_EXCEEDED, UNAVAILABLE or CANCELLED.
   */
  public Failure failure() {
    return failure;
  }
}
