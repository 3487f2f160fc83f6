package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record, bean, enum or sealed hierarchy part of the API. Types that an operation reaches
 * are taken in without it; it is needed to say more of a type, such as another name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ApiType {
  /** The name on all protocols, where it is not to be the simple name of the class. */
  String name() default "";

  /**
   * The protobuf field number of a member of a sealed hierarchy, in each hierarchy that it is a
   * member of: 1 to 536870911 without 19000 to 19999. Chosen for you where it is not written.
   */
  int number() default 0;

  /**
   * The property by which JSON tells the members of this sealed hierarchy apart, where it is not to
   * be {@code type}.
   */
  String discriminator() default "";

  /**
   * The fields that identify objects of the type, by their names in the contracts: of each key one
   * name, or several with blanks between them. They are its keys in a federated GraphQL graph,
   * where {@link ApiEntity} finds objects by them.
   */
  String[] keys() default {};

  /**
   * Whether the type is a {@code Node} on GraphQL (<a
   * href="https://relay.dev/docs/guides/graphql-server-specification/">Relay's Object
   * Identification</a>): it has an opaque {@code id} made of its name and the first of its keys, by
   * which {@code Query.node} finds the object again, with the {@link ApiEntity} method of that key.
   */
  boolean node() default false;

  /**
   * What makes values of another type of it, which then stands in the contracts in its place; the
   * interface itself stands for none.
   */
  @SuppressWarnings("rawtypes") // the two types are the converter's own matter
  Class<? extends ApiConverter> converter() default ApiConverter.class;
}
