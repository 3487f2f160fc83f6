package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;

/**
 * A provider whose container injects parts of a request into the resources that it makes: {@code
 * PathParam} fields, a {@code Context UriInfo} and the like. It shows the call to its container as
 * the request that it would be on REST. Thread-safe.
 *
 * @param <T> the resource class
 */
public interface RequestResourceProvider<T> extends ResourceProvider<T> {
  /**
   * The instance for one call; see {@link ResourceProvider#acquire}.
   *
   * @param target what the call would request on REST
   */
  ResourceLease<T> acquire(CallContext call, RequestTarget target) throws Exception;

  @Override
  default ResourceLease<T> acquire(CallContext call) throws Exception {
    return acquire(call, RequestTarget.UNKNOWN);
  }
}
