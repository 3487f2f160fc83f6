package io.triglot;

import io.triglot.runtime.Protocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a field of a type, or a parameter of an operation, appears in the contracts. On the
 * method of an operation, {@link #as()} and {@link #converter()} say it of the result, and {@link
 * #name()} and {@link #number()} of the response's field that has it; on a constant of an enum,
 * {@link #number()} is that of the value. On a method of a type that has parameters, it makes a
 * field with arguments of it, which only GraphQL has.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface ApiField {
  /** The name on all protocols, where it is not to be the Java name. */
  String name() default "";

  /**
   * The protobuf field number, 1 to 536870911 without 19000 to 19999; chosen for you where it is
   * not written. That of an enum's value may be any other, too.
   */
  int number() default 0;

  /**
   * Whether a String or UUID is an {@code ID} in GraphQL. True without saying so where the name is
   * {@code id} or ends in {@code Id}.
   */
  boolean id() default false;

  /**
   * Whether a property of a type tells the version of the object: it changes whenever anything else
   * does. REST gives it as the {@code ETag} of results of that type, and callers name it as the
   * {@link ExpectedVersion} of what they change. A whole number, a String, a UUID or an Instant.
   */
  boolean version() default false;

  /**
   * Whether a property of what a stream has tells the elements apart, in the order of the stream;
   * on a parameter: whether the stream goes on after the element of that id. REST has it as the
   * {@code id} of each server-sent event, and reads the parameter from {@code Last-Event-ID}, which
   * goes before the query. Elsewhere both are what they are: a field, and an argument that may be
   * left out. A whole number, a String, a UUID or an Instant.
   */
  boolean eventId() default false;

  /**
   * An example of a value for the OpenAPI document, written as a request has it in its query: a
   * number, a text, the Java name of a constant, a date in ISO 8601; of a list, one of its
   * elements. One that the type or its constraints would refuse does not compile.
   */
  String example() default "";

  /**
   * Why it is deprecated, where Java has no place for that: components of records and parameters
   * have no comment of their own, whose {@code @deprecated} would tell it. Deprecates what it
   * stands on, with {@code @Deprecated} or without.
   */
  String deprecated() default "";

  /**
   * Whether the field of a type is not part of the contracts: clients neither receive nor send it.
   * Where a constructor takes it, it gets null, false or 0.
   */
  boolean ignore() default false;

  /**
   * The protocols whose contracts have the field of a type; all of them where none is written. On
   * the others clients neither receive nor send it, and where a constructor takes it, it gets null,
   * false or 0.
   */
  Protocol[] protocols() default {};

  /**
   * Whether the parts of a {@link Page}, which the component of a record is, are parts of the
   * record: the list under the component's name, and what else a page has beside it. The record is
   * then a page of its own, with further fields: a connection on GraphQL, and what a method that
   * returns it is paged by.
   */
  boolean unwrapped() default false;

  /** The form of the values, where it is not to be the one that their type has of itself. */
  Form as() default Form.NATURAL;

  /**
   * What makes values of another type of the field's, or of those in its list, map or optional; the
   * interface itself stands for none.
   */
  @SuppressWarnings("rawtypes") // the two types are the converter's own matter
  Class<? extends ApiConverter> converter() default ApiConverter.class;

  /** The form of a field's values. */
  enum Form {
    /** The one that the type has. */
    NATURAL,
    /**
     * Text: what {@code toString} writes, or the method with {@code @JsonValue}, and what a public
     * constructor or a static {@code valueOf}, {@code of}, {@code fromString} or {@code parse} of
     * one String takes. In a list, map or optional it is the form of what they hold.
     */
    TEXT,
    /**
     * Any JSON, as Jackson writes and reads the whole of it: a way out for a type that has no form,
     * at the price of reflection and of a contract that does not tell what is inside.
     */
    JSON
  }
}
