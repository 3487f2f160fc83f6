package io.triglot.processor.model;

import java.util.Optional;

/**
 * What reads a property of an instance.
 *
 * @param member the name of the method or field
 * @param field whether it is a field; else it is a method without parameters
 * @param within what gives the object that has the member, where it is a part of the instance:
 *     {@code page()}
 */
public record Accessor(String member, boolean field, Optional<String> within) {

  /** A method, such as {@code getPrice}. */
  public static Accessor method(String name) {
    return new Accessor(name, false, Optional.empty());
  }

  /** A field. */
  public static Accessor field(String name) {
    return new Accessor(name, true, Optional.empty());
  }

  /** The same member of a part of the instance. */
  public Accessor within(Accessor part) {
    return new Accessor(member, field, Optional.of(part.expression()));
  }

  /** What stands behind the dot in Java: {@code getPrice()}. */
  public String expression() {
    return within.map(part -> part + ".").orElse("") + (field ? member : member + "()");
  }
}
