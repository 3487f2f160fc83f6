package io.triglot.processor.types.random;

/** A use of a type by a property. */
sealed interface Use {
  /** A scalar. */
  record Single(Atom atom) implements Use {}

  /**
   * A type of the model.
   *
   * @param index which
   */
  record Named(int index) implements Use {}

  /** A list. */
  record Several(Use element) implements Use {}

  /** A set, of what has an equality. */
  record Distinct(Use element) implements Use {}

  /** A map. */
  record Keyed(Atom key, Use value) implements Use {}

  /** Whether it is one value or none, so that its absence can be told from its being empty. */
  default boolean isSingular() {
    return this instanceof Single || this instanceof Named;
  }
}
