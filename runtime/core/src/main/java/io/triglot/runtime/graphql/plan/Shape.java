package io.triglot.runtime.graphql.plan;

import graphql.GraphQLContext;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value becomes, and so how the array has to be read that holds it afterwards: the plan says
 * once what a map would say for each object. A null is null in every shape.
 */
sealed interface Shape permits Shape.Leaf, Selection, Shape.Elements, Shape.AnyOf {
  /**
   * A scalar or an enum value, held as what JSON has for it.
   *
   * @param verbatim the class whose objects need no coercion; null where all do
   */
  record Leaf(@Nullable Class<?> verbatim, Coercion coercion) implements Shape {}

  /** A list, held as an array of its elements. */
  record Elements(Slot element) implements Shape {}

  /**
   * An object of one of several types, held as a {@link Member}.
   *
   * @param selections by the name of the object type
   */
  record AnyOf(MemberTypes types, Map<String, Selection> selections) implements Shape {}

  /** An object of an abstract type, with what is selected of its own. */
  record Member(Selection selection, @Nullable Object[] cells) {}

  /** Makes what JSON has of a value; throws where the value is none of its type. */
  @FunctionalInterface
  interface Coercion {
    @Nullable Object serialize(Object value, GraphQLContext context, Locale locale);
  }
}
