package io.triglot.conformance;

/** Arguments cannot be said on a protocol: an unknown constant of an enum in protobuf's JSON. */
final class InexpressibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InexpressibleException(String message) {
    super(message);
  }
}
