package io.triglot.runtime.adoption;

/**
 * The instance that serves one call, and the two moments at which its container learns how far that
 * is.
 *
 * @param <T> the resource class
 */
@FunctionalInterface
public interface ResourceLease<T> {
  /** The instance; the same each time. */
  T resource();

  /**
   * The method has returned, or thrown: what was made active on this thread is to be taken off it.
   * Called once, on the thread that acquired the lease, before {@link #release}.
   */
  default void detach() {}

  /**
   * The call is over: its value, or the last value of its stage or stream, is there, or it has
   * failed or was cancelled. Called once, on any thread.
   */
  default void release() {}
}
