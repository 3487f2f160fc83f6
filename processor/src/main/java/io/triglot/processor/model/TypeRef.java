package io.triglot.processor.model;

/**
 * A use of a type: what it is, whether it may be null, and how Java spells it.
 *
 * <p>{@link #nullable()} tells whether a value may be absent on the wire; of two uses of one type
 * it may hold for the one and not for the other.
 */
public sealed interface TypeRef {
  /** Whether a value may be absent: true for what is {@code @Nullable} or an Optional. */
  boolean nullable();

  /**
   * A scalar.
   *
   * @param primitive whether Java spells it as a primitive type; then it is not nullable
   */
  record ScalarRef(Scalar scalar, boolean primitive, boolean nullable) implements TypeRef {}

  /** A type of {@link ApiModel#types()}: an object type or an enum. */
  record NamedRef(JavaName name, boolean nullable) implements TypeRef {}

  /** Several values in order. */
  record ListRef(Container container, TypeRef element, boolean nullable) implements TypeRef {}

  /**
   * Values by key. Keys are never null.
   *
   * @param key a scalar that {@link Scalar#isKey()}, or an enum
   */
  record MapRef(TypeRef key, TypeRef value, boolean nullable) implements TypeRef {}

  /** A {@code java.util.Optional}; its value is not nullable in itself. */
  record OptionalRef(TypeRef value) implements TypeRef {
    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** No value: {@code void} and, as a type argument, {@code Void}. Results only. */
  record VoidRef() implements TypeRef {
    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** The Java type that holds several values. */
  enum Container {
    LIST("java.util.List"),
    SET("java.util.Set"),
    COLLECTION("java.util.Collection"),
    ITERABLE("java.lang.Iterable");

    private final String javaClass;

    Container(String javaClass) {
      this.javaClass = javaClass;
    }

    /** The canonical name of the interface. */
    public String javaClass() {
      return javaClass;
    }
  }
}
