package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param constants in declaration order
 * @param deprecation the reason, where the enum is deprecated; may be empty text
 */
public record EnumType(
    JavaName javaName,
    String name,
    List<Constant> constants,
    Doc doc,
    Optional<String> deprecation,
    Origin origin)
    implements TypeDefinition {

  /** Takes a copy of the list. */
  public EnumType {
    constants = List.copyOf(constants);
  }

  /**
   * A constant.
   *
   * @param name the Java name, which is the name in the contracts too
   * @param deprecation the reason, where the constant is deprecated; may be empty text
   */
  public record Constant(String name, Doc doc, Optional<String> deprecation, Origin origin) {}
}
