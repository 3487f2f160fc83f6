package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a method that serves calls, beside what callers see of it.
 *
 * @param signature the erased types of its parameters, as they are declared; empty where generated
 *     code cannot name them
 * @param overloaded whether the service has further public methods of the name
 * @param constrained whether its parameters or its result have constraints
 * @param groups the groups by which they are validated; empty for the default group
 * @param keys whether calls take idempotency keys
 * @param hints what the user says of cost and caching
 * @param download whether it returns content of any media type, of which contracts have no type
 * @param sharing what the user says of its field as a part of a larger graph
 */
public record MethodTraits(
    Optional<List<TypeRef.JavaType>> signature,
    boolean overloaded,
    boolean constrained,
    List<JavaName> groups,
    IdempotencyKeys keys,
    CallHints hints,
    boolean download,
    Optional<Sharing> sharing) {
  /** Takes copies of the lists. */
  public MethodTraits {
    signature = signature.map(List::copyOf);
    groups = List.copyOf(groups);
  }

  /** The same of a method whose calls take such keys. */
  public MethodTraits withKeys(IdempotencyKeys others) {
    return new MethodTraits(
        signature, overloaded, constrained, groups, others, hints, download, sharing);
  }
}
