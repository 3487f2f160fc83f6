package io.triglot.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed with a known {@link Failure}: the only exception that leaves the policy chain.
 *
 * <p>It carries no stack trace of its own, because it is an answer and not a bug; the cause, if
 * any, has one.
 */
public final class CallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** A failure without a cause. */
  public CallException(Failure failure) {
    this(failure, null);
  }

  /** A failure and the throwable it was made of. */
  public CallException(Failure failure, @Nullable Throwable cause) {
    super(failure.message(), cause, false, false);
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /** What to tell the caller. */
  public Failure failure() {
    return failure;
  }
}
