package io.triglot.processor.frontend;

/**
 * Leaves the reading of a declaration that mentions a type which does not exist, or not yet:
 * another processor may make it in this round.
 */
final class UnresolvedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnresolvedTypeException() {
    super(null, null, false, false);
  }
}
