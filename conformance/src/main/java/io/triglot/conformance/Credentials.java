package io.triglot.conformance;

import io.triglot.runtime.Access;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * What proves to the API under test that a caller has some roles.
 *
 * @param headers the header fields, or metadata; none for an anonymous caller
 * @param roles what the API takes the caller to be
 */
record Credentials(Map<String, String> headers, Set<String> roles) {
  static final Credentials NONE = new Credentials(Map.of(), Set.of());

  Credentials {
    headers = Map.copyOf(headers);
    roles = Set.copyOf(roles);
  }

  boolean anonymous() {
    return headers.isEmpty();
  }

  /** Whether the caller may call what has this access. */
  boolean admittedBy(Access access) {
    return switch (access.level()) {
      case OPEN -> true;
      case AUTHENTICATED -> !anonymous();
      case ROLES -> !anonymous() && !Collections.disjoint(roles, access.roles());
      case DENIED -> false;
    };
  }
}
