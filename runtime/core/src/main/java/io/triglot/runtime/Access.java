package io.triglot.runtime;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call an operation: what {@code @PermitAll}, {@code @RolesAllowed} and {@code @DenyAll}
 * say.
 *
 * @param level the kind of the condition
 * @param roles for {@link Level#ROLES}, the roles of which the caller needs one; else empty
 */
public record Access(Level level, Set<String> roles) {
  private static final Access OPEN = new Access(Level.OPEN, Set.of());
  private static final Access AUTHENTICATED = new Access(Level.AUTHENTICATED, Set.of());
  private static final Access DENIED = new Access(Level.DENIED, Set.of());

  /** The kinds of conditions. */
  public enum Level {
    /** Everybody, signed in or not. */
    OPEN,
    /** Every signed-in caller: {@code @RolesAllowed("**")}. */
    AUTHENTICATED,
    /** A signed-in caller that has one of the roles. */
    ROLES,
    /** Nobody. */
    DENIED
  }

  /** Takes a sorted copy of the roles. */
  public Access {
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }

  /** Everybody may call. */
  public static Access open() {
    return OPEN;
  }

  /** Every signed-in caller may call. */
  public static Access authenticated() {
    return AUTHENTICATED;
  }

  /** Callers with one of these roles may call. */
  public static Access roles(String... roles) {
    return new Access(Level.ROLES, Set.of(roles));
  }

  /** Nobody may call. */
  public static Access denied() {
    return DENIED;
  }
}
