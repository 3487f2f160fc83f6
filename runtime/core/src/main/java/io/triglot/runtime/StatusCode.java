package io.triglot.runtime;

/**
 * The canonical error code of a failed call, the same on every protocol.
 *
 * <p>Names and numbers are those of {@code google.rpc.Code}; each code has one HTTP status (RFC
 * 9110; 499 is the customary status of a call that the client gave up).
 */
public enum StatusCode {
  CANCELLED(1, 499),
  UNKNOWN(2, 500),
  INVALID_ARGUMENT(3, 400),
  DEADLINE_EXCEEDED(4, 504),
  NOT_FOUND(5, 404),
  ALREADY_EXISTS(6, 409),
  PERMISSION_DENIED(7, 403),
  RESOURCE_EXHAUSTED(8, 429),
  FAILED_PRECONDITION(9, 409),
  ABORTED(10, 409),
  OUT_OF_RANGE(11, 400),
  UNIMPLEMENTED(12, 501),
  INTERNAL(13, 500),
  UNAVAILABLE(14, 503),
  DATA_LOSS(15, 500),
  UNAUTHENTICATED(16, 401);

  private final int number;
  private final int httpStatus;

  StatusCode(int number, int httpStatus) {
    this.number = number;
    this.httpStatus = httpStatus;
  }

  /** The number in {@code google.rpc.Code} and on the gRPC wire. */
  public int number() {
    return number;
  }

  /** Whether the fault is the server's: those whose HTTP status is 500 or more. */
  public boolean isServerFault() {
    return httpStatus >= 500;
  }

  /** The HTTP status of a REST response that fails with this code. */
  public int httpStatus() {
    return httpStatus;
  }
}
