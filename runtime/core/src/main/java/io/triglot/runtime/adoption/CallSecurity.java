package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Who calls, as JAX-RS tells it. Thread-safe. */
public record CallSecurity(CallContext call) implements SecurityContext {
  @Override
  public @Nullable Principal getUserPrincipal() {
    return call.caller().orElse(null);
  }

  @Override
  public boolean isUserInRole(String role) {
    return call.hasRole(role);
  }

  @Override
  public boolean isSecure() {
    return call.request().transport(SSLSession.class).isPresent();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return null;
  }
}
