package io.triglot.processor.model;

import java.util.List;

/**
 * An exception with {@code @ApiError}.
 *
 * @param code the name of a constant of {@code io.triglot.runtime.StatusCode}
 * @param reason the constant that programs switch on, such as {@code INSUFFICIENT_STOCK}
 * @param properties what the exception itself declares, in declaration order
 */
public record ErrorType(
    JavaName javaName,
    String code,
    String reason,
    List<Property> properties,
    Doc doc,
    Origin origin) {

  /** Takes a copy of the list. */
  public ErrorType {
    properties = List.copyOf(properties);
  }

  /**
   * A typed detail of the error.
   *
   * @param accessor the method that reads it
   */
  public record Property(String name, String accessor, TypeRef type, Doc doc) {}
}
