package io.triglot;

import io.triglot.runtime.Protocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a service what holds for all its operations. Optional: a class or interface is a service
 * as soon as one of its methods has {@link ApiOperation}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ApiService {
  /** The name of the service, where it is not to be the simple name of the class. */
  String name() default "";

  /** A path that all its REST routes begin with, such as {@code /shop}. */
  String path() default "";

  /**
   * Which version of the service this is, such as {@code v2}; empty for one that has no versions.
   * Several run side by side: all REST routes begin with {@code /v2}, the protobuf package ends in
   * {@code v2}, as that of the class does, and from the second version on it is a part of the
   * service's name elsewhere.
   */
  String version() default "";

  /** The protocols that offer the service; all where empty. */
  Protocol[] protocols() default {};
}
