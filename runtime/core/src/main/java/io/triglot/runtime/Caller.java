package io.triglot.runtime;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;

/**
 * Who calls, once an {@link Authenticator} has made sure of it.
 *
 * @param name the stable name of the caller, such as a token's subject
 * @param roles the roles that the caller has
 */
public record Caller(String name, Set<String> roles) implements Principal {
  /** Refuses a null name and takes a copy of the roles. */
  public Caller {
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }
}
