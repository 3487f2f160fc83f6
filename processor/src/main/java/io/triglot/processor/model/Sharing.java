package io.triglot.processor.model;

import java.util.List;

/**
 * What a type or a field is in a graph that several services make together.
 *
 * @param shareable whether others have it, too
 * @param external whether another service gives it, and this one only names it
 * @param provides the fields of its type that it gives although they are external
 * @param requires the external fields of its own type that have to be known before
 */
public record Sharing(
    boolean shareable, boolean external, List<String> provides, List<String> requires) {

  /** Takes copies. */
  public Sharing {
    provides = List.copyOf(provides);
    requires = List.copyOf(requires);
  }
}
