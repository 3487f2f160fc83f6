package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an operation, or a whole service, should no longer be called by REST, while the method
 * itself and the other protocols go on. What stands at a method goes before what stands at its
 * service.
 *
 * <p>Every REST answer of the operation has the headers {@code Deprecation} (RFC 9745), {@code
 * Sunset} (RFC 8594) and {@code Link}, as far as they are known, and OpenAPI calls it deprecated.
 * Of an adopted JAX-RS resource they are told where {@code DeprecatedResources} is registered.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ApiRestDeprecated {
  /** The day since which it is deprecated, or from which on: {@code 2026-01-15}. */
  String since() default "";

  /**
   * The day from which on it may not answer any more: {@code 2026-12-31}. Not before {@link
   * #since}.
   */
  String sunset() default "";

  /** The address of a page that tells of it: an absolute URL. */
  String link() default "";
}
