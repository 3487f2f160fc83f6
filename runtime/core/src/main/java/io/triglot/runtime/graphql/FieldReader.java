package io.triglot.runtime.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Reads one field of an object, such as {@code Product::price}. Thread-safe.
 *
 * @param <S> the Java type of the object
 */
@FunctionalInterface
interface FieldReader<S> {
  /** The value of the field. */
  @Nullable Object read(S source) throws Exception;
}
