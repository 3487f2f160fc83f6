package io.triglot.processor.types.random;

import java.util.List;

/**
 * A model of an API's types.
 *
 * @param types which refer to each other by their indices
 */
record Model(List<Type> types) {
  /** A type. */
  sealed interface Type {
    String name();
  }

  /** A type with properties. */
  record Structure(String name, Style style, List<Property> properties) implements Type {}

  /** An enum. */
  record Choice(String name, List<String> constants) implements Type {}

  /**
   * A sealed type.
   *
   * @param members structures, by their indices
   */
  record Family(String name, List<Integer> members) implements Type {}

  /** A property. */
  record Property(String name, Use use, Presence presence, Json json) {}

  /** What an annotation of Jackson's asks for, where it makes sense and can be read back. */
  enum Json {
    NOTHING,
    INCLUDE,
    FORMAT,
    UNWRAPPED
  }

  /** How a structure is written in Java. */
  enum Style {
    /** A record. */
    RECORD,
    /** A class with a constructor without arguments, getters and setters. */
    BEAN,
    /** A class with a constructor that takes all properties, and getters. */
    CONSTRUCTOR
  }

  /** Whether a property may be without a value. */
  enum Presence {
    REQUIRED,
    NULLABLE,
    OPTIONAL
  }

  /** The families that a type is in. */
  List<String> families(Type member) {
    return types.stream()
        .filter(Family.class::isInstance)
        .map(Family.class::cast)
        .filter(family -> members(family).contains(member))
        .map(Family::name)
        .toList();
  }

  List<Structure> members(Family family) {
    return family.members().stream().map(index -> (Structure) types.get(index)).toList();
  }

  /** The types with properties. */
  List<Structure> structures() {
    return types.stream().filter(Structure.class::isInstance).map(Structure.class::cast).toList();
  }
}
