package io.triglot;

import io.triglot.runtime.StatusCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an exception a declared error of the API: callers see its code, its message and the
 * properties that the exception itself declares (accessors such as {@code available()} or {@code
 * getAvailable()}, never those of {@link Throwable}).
 *
 * <p>An exception without it is a bug: callers see an opaque internal error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ApiError {
  /** The canonical code. */
  StatusCode value();

  /**
   * The constant that programs switch on, such as {@code INSUFFICIENT_STOCK}; the simple name of
   * the class in that form, without Exception or Error at its end, where empty.
   */
  String reason() default "";
}
