package io.triglot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The exact names of something in contracts that are published already, where those that are
 * derived differ. A name stands there as it is written here, with no change of case, prefix or
 * suffix, whether linters like it or not; an empty one leaves the derived name.
 *
 * <p>For a name that is to be the same on all protocols, in the style of each, there are {@link
 * ApiService#name()}, {@link ApiOperation#name()}, {@link ApiType#name()} and {@link
 * ApiField#name()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PACKAGE,
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface ApiName {
  /**
   * The protobuf name: of a Java package its protobuf package, such as {@code acme.shop.v2}; of a
   * class the service, message or enum, with its package in front where that is another; of a
   * method the rpc, and else the field or the enum value.
   */
  String protobuf() default "";

  /** The GraphQL name: of a type, a field, an argument or an enum value. */
  String graphql() default "";

  /** The name of the input type that a class is on GraphQL. */
  String graphqlInput() default "";

  /**
   * The name in OpenAPI: the schema of a type, the tag of a service, the {@code operationId} of a
   * method, or the query parameter or property that a parameter is.
   */
  String openapi() default "";

  /**
   * The request message of a method's rpc. Where its one parameter is a type whose message has this
   * name, that message is the request itself.
   */
  String request() default "";

  /**
   * The response message of a method's rpc. Where its result is a type whose message has this name,
   * that message is the response itself.
   */
  String response() default "";
}
