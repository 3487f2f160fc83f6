package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a type or a field is in a graph that several services make together: the directives of
 * Apollo Federation 2 that its subgraph has. On a type, on one of its properties, on an operation
 * or on a batch method.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface ApiFederated {
  /** Whether other subgraphs have the field, or all fields of the type, as well. */
  boolean shareable() default false;

  /** Whether another subgraph gives the property, and this one only names it. */
  boolean external() default false;

  /**
   * Names of external fields of the field's type that this field gives nevertheless, with blanks
   * between them.
   */
  String provides() default "";

  /**
   * Names of external fields of the same type that have to be known before this field is asked for,
   * with blanks between them.
   */
  String requires() default "";
}
