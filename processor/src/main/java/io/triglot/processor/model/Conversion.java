package io.triglot.processor.model;

import java.util.Optional;

/**
 * How values get into the form in which they travel, and back.
 *
 * @param write from Java's form to that of the wire
 * @param read from the form of the wire to Java's
 * @param expectation what a value of the wire has to be, such as {@code a Money}; empty where every
 *     value will do
 * @param unordered the type of what a sorted collection or map is to be sorted by, where that has
 *     no order: Java can then write it but not read it
 */
public record Conversion(
    Step write, Step read, Optional<String> expectation, Optional<String> unordered) {
  /** A conversion that takes every value. */
  public static Conversion total(Step write, Step read) {
    return new Conversion(write, read, Optional.empty(), Optional.empty());
  }

  /** The same of what cannot be sorted. */
  public Conversion withoutOrderOf(String type) {
    return new Conversion(write, read, expectation, Optional.of(type));
  }

  /** A conversion that refuses values of the wire by an exception. */
  public static Conversion partial(Step write, Step read, String expectation) {
    return new Conversion(write, read, Optional.of(expectation), Optional.empty());
  }

  /** A Java expression of one value. */
  public sealed interface Step {
    /** The value itself. */
    record Identity() implements Step {}

    /** What a static method makes of the value. */
    record StaticMethod(JavaName owner, String method) implements Step {}

    /** What a method of the value, which {@code owner} has, returns. */
    record InstanceMethod(JavaName owner, String method) implements Step {}

    /**
     * An object that is made from the value alone.
     *
     * @param generic whether its type arguments are to be inferred
     */
    record Constructor(JavaName type, boolean generic) implements Step {}

    /**
     * What a method of a converter makes of the value.
     *
     * @param holder the generated class that has the one instance
     * @param converter the converter's class
     */
    record HeldMethod(JavaName holder, JavaName converter, String method) implements Step {}

    /** What the reference mapper of the runtime makes of a JSON value. */
    record FromJson(TypeRef.JavaType type) implements Step {}

    /** The elements of a list as an array. */
    record ToArray(TypeRef.JavaType element) implements Step {}
  }
}
