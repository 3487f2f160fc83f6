package io.triglot.processor.model;

/**
 * What gives a property its value.
 *
 * @param member the name of the parameter, method or field
 */
public record Mutator(Kind kind, String member) {
  /** What it is that takes the value. */
  public enum Kind {
    /** A parameter of the constructor or factory method. */
    ARGUMENT,
    /** A method of one parameter, of the instance or of its builder. */
    METHOD,
    /** A field. */
    FIELD
  }

  /** A parameter of what makes the instance. */
  public static Mutator argument(String name) {
    return new Mutator(Kind.ARGUMENT, name);
  }

  /** A setter, or a builder's method. */
  public static Mutator method(String name) {
    return new Mutator(Kind.METHOD, name);
  }

  /** A field. */
  public static Mutator field(String name) {
    return new Mutator(Kind.FIELD, name);
  }

  /** Whether it is a parameter of what makes the instance. */
  public boolean isArgument() {
    return kind == Kind.ARGUMENT;
  }
}
