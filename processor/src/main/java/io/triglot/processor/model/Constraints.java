package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The constraints on a use of a type, and on what is in it. An optional has those of its value.
 *
 * @param own those on the value itself, each once; without {@code @NotNull}, which is a matter of
 *     the type
 * @param cascaded whether the constraints inside of an object count here: {@code @Valid}
 * @param key those on the keys of a map
 * @param element those on the elements of a collection or the values of a map
 */
public record Constraints(
    List<Constraint> own,
    boolean cascaded,
    Optional<Constraints> key,
    Optional<Constraints> element) {
  /** There are none. */
  public static final Constraints NONE =
      new Constraints(List.of(), false, Optional.empty(), Optional.empty());

  /** Takes a copy of the list; parts without constraints are left out. */
  public Constraints {
    own = List.copyOf(own);
    key = key.filter(part -> !part.isEmpty());
    element = element.filter(part -> !part.isEmpty());
  }

  /** Whether there are none, and nothing cascades. */
  public boolean isEmpty() {
    return own.isEmpty() && !cascaded && key.isEmpty() && element.isEmpty();
  }

  /** Whether there are constraints by themselves, whatever cascades. */
  public boolean constrains() {
    return !own.isEmpty() || parts().anyMatch(Constraints::constrains);
  }

  /** Whether the constraints inside of objects count here or in what the value holds. */
  public boolean cascades() {
    return cascaded || parts().anyMatch(Constraints::cascades);
  }

  private Stream<Constraints> parts() {
    return Stream.concat(key.stream(), element.stream());
  }
}
