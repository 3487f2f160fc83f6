package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An exception with {@code @ApiError}.
 *
 * @param code the name of a constant of {@code io.triglot.runtime.StatusCode}
 * @param reason the constant that programs switch on, such as {@code INSUFFICIENT_STOCK}
 * @param properties what the exception itself declares, in declaration order
 * @param constructor the arguments of a constructor that makes the exception out of what callers
 *     are told, where it has one
 * @param deprecation the reason, where the exception is deprecated; may be empty text
 */
public record ErrorType(
    JavaName javaName,
    String code,
    String reason,
    List<Property> properties,
    Optional<List<Argument>> constructor,
    Doc doc,
    Optional<String> deprecation,
    Origin origin) {

  /** Takes a copy of the list. */
  public ErrorType {
    properties = List.copyOf(properties);
    constructor = constructor.map(List::copyOf);
  }

  /** An argument of the constructor. */
  public sealed interface Argument {
    /** A detail of the error: a scalar or a constant of an enum. */
    record Detail(Property property) implements Argument {}

    /** The message. */
    record Message() implements Argument {}

    /** The cause, which callers do not learn. */
    record Cause() implements Argument {}
  }

  /**
   * A typed detail of the error.
   *
   * @param accessor the method that reads it
   * @param deprecation the reason, where the accessor is deprecated; may be empty text
   */
  public record Property(
      String name, String accessor, TypeRef type, Doc doc, Optional<String> deprecation) {}
}
