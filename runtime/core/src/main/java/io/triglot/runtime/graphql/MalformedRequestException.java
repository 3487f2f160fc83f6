package io.triglot.runtime.graphql;

import io.triglot.runtime.Failure;

/** A request that is no GraphQL request, so that nothing can be executed. */
final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** One value of the request is at fault. */
  MalformedRequestException(String field, String description) {
    this(Failure.invalid(field, description));
  }

  MalformedRequestException(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  static void raise(Failure failure) {
    throw new MalformedRequestException(failure);
  }

  Failure failure() {
    return failure;
  }
}
