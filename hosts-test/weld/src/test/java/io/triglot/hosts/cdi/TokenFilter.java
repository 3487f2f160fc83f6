package io.triglot.hosts.cdi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;

/** Lets those pass on REST who have the token. */
@SignedIn
public class TokenFilter implements ContainerRequestFilter {
  static final String TOKEN = "Bearer secret";

  @Override
  public void filter(ContainerRequestContext request) {
    if (!TOKEN.equals(request.getHeaderString("Authorization"))) {
      request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    }
  }
}
