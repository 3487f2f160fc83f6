package io.triglot.runtime.graphql.plan;

import graphql.schema.TypeResolver;

/** The members of a union or interface. Thread-safe. */
public interface MemberTypes extends TypeResolver {
  /**
   * The name of the object type of an object.
   *
   * @throws RuntimeException when the object is of none
   */
  String typeOf(Object value);
}
