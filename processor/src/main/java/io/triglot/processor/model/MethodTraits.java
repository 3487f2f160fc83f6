package io.triglot.processor.model;

import java.util.List;

/**
 * What has to be known at run time of a method that serves calls.
 *
 * @param overloaded whether the service has further public methods of the name
 * @param constrained whether its parameters or its result have constraints
 * @param groups the groups by which they are validated; empty for the default group
 * @param keys whether calls take idempotency keys
 */
public record MethodTraits(
    boolean overloaded, boolean constrained, List<JavaName> groups, IdempotencyKeys keys) {
  /** Takes a copy of the list. */
  public MethodTraits {
    groups = List.copyOf(groups);
  }
}
