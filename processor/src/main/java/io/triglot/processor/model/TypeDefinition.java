package io.triglot.processor.model;

import java.util.Optional;
import java.util.stream.Stream;

/** A user's type that appears in the contracts under a name. */
public sealed interface TypeDefinition permits ObjectType, EnumType, UnionType {
  /** The Java class. */
  JavaName javaName();

  /** The name in the contracts, such as {@code Product}. */
  String name();

  /** The names that the user gives in single contracts. */
  Optional<ExactNames> exact();

  /** The same under another name. */
  TypeDefinition named(String name);

  /** The same with these names in single contracts. */
  TypeDefinition withExact(Optional<ExactNames> names);

  /** The description. */
  Doc doc();

  /** The reason, where the type is deprecated; may be empty text. */
  Optional<String> deprecation();

  /** Where it is declared. */
  Origin origin();

  /** The types that it leads to itself. */
  Stream<JavaName> mentioned();
}
