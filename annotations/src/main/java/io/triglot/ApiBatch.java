package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a service a GraphQL field of a type, loaded for many parents in one call.
 *
 * <p>The first parameter is a collection of the parents, what follows are arguments of the field:
 * the method is called once for each that occur. The result is a map from parent to value, {@code
 * Map<Order, Product> product(Set<Order> orders)}, or a list in the parents' order, {@code
 * List<Product> product(List<Order> orders)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ApiBatch {
  /** The name of the field, where it is not to be the method's. */
  String name() default "";

  /** What the field costs, as the limit of complexity counts; every other field costs 1. */
  int cost() default 1;
}
