package io.triglot.runtime.graphql;

/**
 * Turns a coerced input value, as graphql-java hands it over, into its Java type. Thread-safe.
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface InputReader<T> {
  /**
   * Reads a value.
   *
   * @param value the coerced value, never null
   * @param path where in the request it stands
   * @throws io.triglot.runtime.CallException with {@code INVALID_ARGUMENT} and the path when the
   *     value does not fit
   */
  T read(Object value, InputPath path);
}
