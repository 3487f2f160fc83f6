package io.triglot;

import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method part of the API: a REST resource method, a GraphQL field of Query, Mutation
 * or Subscription, and an rpc.
 *
 * <p>What is not written is derived from the signature by the closed rules of the mapping guide;
 * where they do not decide, compilation fails and says what to write.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ApiOperation {
  /**
   * The REST route, an HTTP method and a path template such as {@code "GET /products/{id}"};
   * derived from the method where empty.
   */
  String value() default "";

  /**
   * What a call does, where neither the route nor the method's name tells it. At most one element.
   */
  OperationKind[] kind() default {};

  /** The name on all protocols, where it is not to be the method's. */
  String name() default "";

  /** The protocols that offer the operation; all those of the service where empty. */
  Protocol[] protocols() default {};

  /**
   * Whether the method may block its thread. Say false only of a method that answers at once: it
   * then runs on the thread that received the call, and would hold up other calls if it blocked.
   * Methods that return a {@code CompletionStage} or a publisher never block.
   */
  boolean blocking() default true;

  /**
   * The entity behind the result of an existing JAX-RS method whose signature does not tell it,
   * such as a {@code Response} or an {@code AsyncResponse}: its class, {@code Order[].class} for a
   * list, {@code Void.class} for none. Without it, an annotation of OpenAPI may tell.
   */
  Class<?> returns() default void.class;

  /**
   * How long a call may take, in milliseconds; 0 sets no limit. A call that takes longer, or longer
   * than its caller waits, fails with DEADLINE_EXCEEDED: a method that blocks is interrupted, a
   * stage is cancelled, a stream ends.
   */
  int timeoutMillis() default 0;

  /**
   * For how many seconds the answer of a query may be taken from a cache; 0 for not at all. On REST
   * every answer by 200 says so in {@code Cache-Control} (RFC 9111), on GraphQL the answer to a
   * query by GET all of whose fields say something: the least of it.
   */
  int maxAgeSeconds() default 0;

  /**
   * Whether caches that several callers share may keep the answer for {@link #maxAgeSeconds}; else
   * only that of the caller. No answer of an operation that is not for everybody is kept by them.
   */
  boolean publicCache() default false;

  /**
   * Whether REST gives the results of a query an {@code ETag} that is a hash of the content, so
   * that a client which has it already is told so by 304. A result with {@linkplain
   * ApiField#version() a version} has an {@code ETag} anyway.
   */
  boolean etag() default false;

  /**
   * Whether callers on REST can ask by the query parameter {@code fields} for some of the result's
   * fields: {@code fields=id,address.city}. For what is a {@code GET}; GraphQL has it by nature.
   */
  boolean sparse() default false;

  /**
   * Whether callers on REST can ask by the query parameter {@code expand} for batched fields beside
   * those of the result: {@code expand=product}, each loaded by one call. For what is a {@code
   * GET}; GraphQL has it by nature.
   */
  boolean expand() default false;

  /**
   * After how many milliseconds clients of a stream connect again when they have lost it, as
   * server-sent events tell them; 0 leaves it to them.
   */
  int retryMillis() default 0;

  /**
   * Whether a call has done no more than to take the work on when it returns: REST answers 202 (RFC
   * 9110, section 15.3.3) in place of 200, 201 or 204. Where the result has an {@code id} and a
   * query of the service finds such a result by it, {@code Location} tells where.
   */
  boolean accepted() default false;

  /**
   * What a call costs as a field of GraphQL, as the limit of complexity counts; every other field
   * costs 1.
   */
  int cost() default 1;

  /**
   * The groups of constraints (Jakarta Validation) by which arguments and result are validated; the
   * default group where empty. As everywhere in Jakarta Validation, the default group is not among
   * those that are written unless it is written too, or one of them extends it.
   */
  Class<?>[] groups() default {};
}
