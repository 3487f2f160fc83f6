package io.triglot.runtime;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as every protocol tells it in its own form: problem+json on REST (RFC 9457),
 * {@code errors[].extensions} on GraphQL, {@code google.rpc.Status} on gRPC.
 *
 * @param code the canonical code
 * @param reason a constant of the API in UPPER_SNAKE_CASE that a program can switch on, such as
 *     {@code INSUFFICIENT_STOCK}; the {@code reason} of {@code google.rpc.ErrorInfo}
 * @param message one sentence for a developer; safe to leave the server
 * @param violations the values of the request that are at fault, empty where none is
 * @param details the typed properties of a declared error by name, in declaration order; values are
 *     strings, numbers, booleans, and lists and maps of these. Enum constants given become their
 *     names, optionals their values, and everything else its text
 */
public record Failure(
    StatusCode code,
    String reason,
    String message,
    List<FieldViolation> violations,
    Map<String, @Nullable Object> details) {

  /** Takes copies, so that a failure never changes. */
  public Failure {
    violations = List.copyOf(violations);
    details = DetailValues.plain(details);
  }

  /** A failure whose reason is the code's own name, without violations or details. */
  public static Failure of(StatusCode code, String message) {
    return new Failure(code, code.name(), message, List.of(), Map.of());
  }

  /** A request that could not be read: one value at fault. */
  public static Failure invalid(String field, String description) {
    return invalid(List.of(new FieldViolation(field, description)));
  }

  /** A request that could not be read, or that failed validation. The list is not empty. */
  public static Failure invalid(List<FieldViolation> violations) {
    FieldViolation first = violations.get(0);
    String message =
        first.field().isEmpty() ? first.description() : first.field() + ": " + first.description();
    return new Failure(
        StatusCode.INVALID_ARGUMENT, "INVALID_ARGUMENT", message, violations, Map.of());
  }

  /** This failure as something to throw. */
  public CallException asException() {
    return new CallException(this);
  }
}
