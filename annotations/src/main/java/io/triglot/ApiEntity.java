package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a service what finds the objects of a type by their keys, many in one call: for
 * the router of a federated GraphQL graph, or for {@code Query.node} of a type that is a
 * {@linkplain ApiType#node() node}.
 *
 * <p>The parameter is a collection of keys. A key is the value of the one field that identifies the
 * type ({@link ApiType#keys()}), or a record with a component for each of its fields. The result is
 * a map from key to object, {@code Map<String, Product> products(Set<String> ids)}, which lacks the
 * keys that nothing has; or a list in the keys' order, with null in their place, {@code
 * List<@Nullable Product> products(List<String> ids)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ApiEntity {
  /** Which of the type's keys the method takes; the first where none is written. */
  String key() default "";
}
