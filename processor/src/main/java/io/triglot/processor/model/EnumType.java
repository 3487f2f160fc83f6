package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An enum.
 *
 * @param exact the names that the user gives in single contracts
 * @param constants in declaration order
 * @param json how constants are written in JSON
 * @param deprecation the reason, where the enum is deprecated; may be empty text
 */
public record EnumType(
    JavaName javaName,
    String name,
    Optional<ExactNames> exact,
    List<Constant> constants,
    JsonForm json,
    Doc doc,
    Optional<String> deprecation,
    Origin origin)
    implements TypeDefinition {

  /** Takes a copy of the list. */
  public EnumType {
    constants = List.copyOf(constants);
  }

  @Override
  public EnumType named(String name) {
    return new EnumType(javaName, name, exact, constants, json, doc, deprecation, origin);
  }

  @Override
  public EnumType withExact(Optional<ExactNames> names) {
    return new EnumType(javaName, name, names, constants, json, doc, deprecation, origin);
  }

  /** The same enum with these constants. */
  public EnumType withConstants(List<Constant> others) {
    return new EnumType(javaName, name, exact, others, json, doc, deprecation, origin);
  }

  @Override
  public Stream<JavaName> mentioned() {
    return Stream.empty();
  }

  /** Whether JSON has the constants by their Java names. */
  public boolean isPlain() {
    return json instanceof JsonForm.Names
        && constants.stream()
            .allMatch(constant -> constant.json().equals(JsonName.of(constant.name())));
  }

  /** How the constants of an enum are written in JSON. */
  public sealed interface JsonForm {
    /** As text, by the name that each has in JSON. */
    record Names() implements JsonForm {}

    /** By their place in the declaration, from 0. */
    record Ordinals() implements JsonForm {}

    /**
     * By what each of them says.
     *
     * @param number whether that is a whole number; else it is text
     */
    record Values(Accessor accessor, boolean number) implements JsonForm {}
  }

  /**
   * A constant.
   *
   * @param name the Java name, which is the name in the contracts too
   * @param exact the names that the user gives in single contracts
   * @param number the number in protobuf, where the user gives one
   * @param json the name in JSON
   * @param deprecation the reason, where the constant is deprecated; may be empty text
   */
  public record Constant(
      String name,
      Optional<ExactNames> exact,
      OptionalInt number,
      JsonName json,
      Doc doc,
      Optional<String> deprecation,
      Origin origin) {

    /** The same under this number. */
    public Constant numbered(OptionalInt other) {
      return new Constant(name, exact, other, json, doc, deprecation, origin);
    }
  }
}
