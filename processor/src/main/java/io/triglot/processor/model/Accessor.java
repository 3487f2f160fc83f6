package io.triglot.processor.model;

/**
 * What reads a property of an instance.
 *
 * @param member the name of the method or field
 * @param field whether it is a field; else it is a method without parameters
 */
public record Accessor(String member, boolean field) {

  /** A method, such as {@code getPrice}. */
  public static Accessor method(String name) {
    return new Accessor(name, false);
  }

  /** A field. */
  public static Accessor field(String name) {
    return new Accessor(name, true);
  }

  /** What stands behind the dot in Java: {@code getPrice()}. */
  public String expression() {
    return field ? member : member + "()";
  }
}
