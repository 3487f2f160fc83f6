package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;

/**
 * Where the calls of an adopted resource get the instance that serves them: the container that
 * makes it for a request of REST, or one that was made by hand. Thread-safe.
 *
 * @param <T> the resource class
 */
@FunctionalInterface
public interface ResourceProvider<T> {
  /**
   * The instance for one call, with whatever scope it needs active on this thread. Called once for
   * each call, after its caller was authorized and its arguments were found valid, on the thread
   * that then runs the method.
   *
   * @throws Exception where there is none; the call fails with it as if the method had thrown it
   */
  ResourceLease<T> acquire(CallContext call) throws Exception;

  /** The same instance for all calls. */
  static <T> ResourceProvider<T> of(T resource) {
    ResourceLease<T> lease = () -> resource;
    return call -> lease;
  }
}
