package io.triglot.processor.model;

/** A user's type that appears in the contracts under a name. */
public sealed interface TypeDefinition permits ObjectType, EnumType {
  /** The Java class. */
  JavaName javaName();

  /** The name in the contracts, such as {@code Product}. */
  String name();

  /** The description. */
  Doc doc();

  /** Where it is declared. */
  Origin origin();
}
