package io.triglot.runtime.adoption;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The instance that serves one call, in the scope that its container gives to a request.
 *
 * @param <T> the resource class
 */
@FunctionalInterface
public interface ResourceLease<T> {
  /** The instance; the same each time. Asked inside of {@link #attached}. */
  T resource();

  /**
   * What the container gives to {@code @Context} parameters and to those for the caller in types of
   * the application's own; asked inside of {@link #attached}.
   *
   * @return empty for what it does not know; the standard types of JAX-RS are then told by the call
   */
  default <C> Optional<C> context(Class<C> type) {
    return Optional.empty();
  }

  /**
   * Runs the method with the scope of the call active on this thread. Called once, on the thread
   * that acquired the lease, before {@link #release}.
   */
  default <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
    return method.call();
  }

  /**
   * The call is over: its value, or the last value of its stage or stream, is there, or it has
   * failed or was cancelled. Called once, on any thread.
   */
  default void release() {}

  /** The same instance, whose methods run in a further scope around the one of this lease. */
  default ResourceLease<T> within(Scope scope) {
    return new ScopedLease<>(this, scope);
  }

  /** What is active on a thread while the method of one call runs. */
  interface Scope {
    /** Runs the method with the scope active on this thread. */
    <R extends @Nullable Object> R run(Callable<R> method) throws Exception;

    /** The call is over. Called once, on any thread. */
    default void end() {}
  }
}
