package io.triglot.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Sees every call from its beginning to its end, refused ones too: for metrics, traces and access
 * logs. It cannot change a call; that is what a {@link CallInterceptor} does.
 *
 * <p>Implementations are thread-safe and do not block. What they throw is logged and does not touch
 * the call.
 */
@FunctionalInterface
public interface CallObserver {
  /**
   * A call has arrived. Nothing of it is authenticated or bound yet.
   *
   * @return what is to be told of its end
   */
  Observation begin(OperationDescriptor operation, CallRequest request);

  /** One call under observation. */
  @FunctionalInterface
  interface Observation {
    /**
     * The call has ended: once, on any thread. A stream ends with its last signal.
     *
     * @param failure what the caller was told; null for a call that succeeded
     */
    void end(@Nullable Failure failure);
  }
}
