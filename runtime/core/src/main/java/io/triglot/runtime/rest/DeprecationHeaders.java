package io.triglot.runtime.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Adds headers that tell of a deprecation to the responses of a resource method. */
record DeprecationHeaders(RestDeprecation deprecation) implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    deprecation
        .headers()
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
  }
}
