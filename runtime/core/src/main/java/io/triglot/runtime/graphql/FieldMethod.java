package io.triglot.runtime.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Answers a field with arguments of an object, such as {@code (source, arguments) ->
 * source.price(…)}. Thread-safe.
 *
 * @param <S> the Java type of the object
 */
@FunctionalInterface
public interface FieldMethod<S> {
  /** The value of the field for these arguments. */
  @Nullable Object call(S source, InputFields arguments) throws Exception;
}
