package io.triglot.runtime.adoption;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Who calls, under the older name. */
record JavaxSecurity(jakarta.ws.rs.core.SecurityContext security) implements SecurityContext {
  @Override
  public @Nullable Principal getUserPrincipal() {
    return security.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return security.isUserInRole(role);
  }

  @Override
  public boolean isSecure() {
    return security.isSecure();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return security.getAuthenticationScheme();
  }
}
