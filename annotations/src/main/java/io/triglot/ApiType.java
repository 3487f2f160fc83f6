package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record, bean or enum part of the API. Types that an operation reaches are taken in
 * without it; it is needed to give a type another name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ApiType {
  /** The name on all protocols, where it is not to be the simple name of the class. */
  String name() default "";

  /**
   * What makes values of another type of it, which then stands in the contracts in its place; the
   * interface itself stands for none.
   */
  @SuppressWarnings("rawtypes") // the two types are the converter's own matter
  Class<? extends ApiConverter> converter() default ApiConverter.class;
}
