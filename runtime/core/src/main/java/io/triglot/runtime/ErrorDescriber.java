package io.triglot.runtime;

/**
 * Turns a declared error, an exception with {@code @ApiError}, into its failure. Each such
 * exception class has one generated implementation, named after the class with {@code Describer}
 * appended, with a public constructor that takes no argument.
 *
 * @param <E> the exception class
 */
public interface ErrorDescriber<E extends Throwable> {
  /** The failure that the exception stands for. */
  Failure describe(E error);
}
