package io.triglot.runtime.adoption;

import java.util.Optional;

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
   * What the container gives to {@code @Context} parameters and to those for the caller in types of
   * the application's own; asked on the thread that acquired the lease, before {@link #detach}.
   *
   * @return empty for what it does not know; the standard types of JAX-RS are then told by the call
   */
  default <C> Optional<C> context(Class<C> type) {
    return Optional.empty();
  }

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
