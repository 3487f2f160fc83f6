package com.acme.orders;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;

/** Nobody passes without a token. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
  @Inject private Tokens tokens;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<String> user = tokens.user(request.getHeaderString("Authorization"));
    if (user.isEmpty()) {
      request.abortWith(
          Response.status(Response.Status.UNAUTHORIZED)
              .header("WWW-Authenticate", "Bearer")
              .entity(Map.of("error", "Sign in"))
              .build());
    } else {
      request.setSecurityContext(new SignedIn(user.get(), request.getSecurityContext()));
    }
  }

  private record SignedIn(String user, SecurityContext outer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> user;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
