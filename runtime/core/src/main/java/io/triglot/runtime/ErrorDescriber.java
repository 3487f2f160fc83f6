package io.triglot.runtime;

import java.util.Optional;

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

  /**
   * The exception that a server described so, for a client to throw.
   *
   * @return empty if it was another exception, or if this one has no constructor that takes nothing
   *     but its details, its message and a cause
   */
  default Optional<E> restore(Failure failure) {
    return Optional.empty();
  }
}
