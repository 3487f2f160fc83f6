package io.triglot.processor.model;

import java.util.List;

/**
 * Who may call an operation, or receive and send a property.
 *
 * @param level as {@code io.triglot.runtime.Access.Level} has it
 * @param roles sorted; empty unless the level is {@code ROLES}
 */
public record Access(Level level, List<String> roles) {
  /** Everybody. */
  public static final Access OPEN = new Access(Level.OPEN, List.of());

  /** The kinds of conditions. */
  public enum Level {
    OPEN,
    AUTHENTICATED,
    ROLES,
    DENIED
  }

  /** Whether not everybody fulfils it. */
  public boolean isGuarded() {
    return level != Level.OPEN;
  }

  /** Takes a sorted copy. */
  public Access {
    roles = roles.stream().distinct().sorted().toList();
  }
}
