package io.triglot.runtime.rest;

import io.triglot.runtime.http.jaxrs.JaxRsRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Tells the methods of a path ({@code Allow}, RFC 9110) where another one is refused, and in the
 * answer to {@code OPTIONS}: for JAX-RS hosts that do not, or tell those of other paths, too. Paths
 * at which an API has no route are left alone. An application registers a subclass that is a
 * {@code @Provider}. Immutable and thread-safe.
 */
public abstract class AllowFilter implements ContainerResponseFilter {
  private final RestEndpoint endpoint;

  /** The filter for the routes of an endpoint. */
  protected AllowFilter(RestEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 405 || request.getMethod().equals("OPTIONS")) {
      endpoint
          .allowed(JaxRsRequest.path(request.getUriInfo()))
          .ifPresent(methods -> response.getHeaders().putSingle("Allow", methods));
    }
  }
}
