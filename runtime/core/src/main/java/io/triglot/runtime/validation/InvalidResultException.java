package io.triglot.runtime.validation;

/**
 * A result that violates constraints: a bug of the server, of which the caller learns an incident
 * only. Its message, which the log has, tells the constraints and no values.
 */
final class InvalidResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidResultException(String message) {
    super(message);
  }
}
