package io.triglot.runtime;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String INCIDENT = "incident";

  /**
   * Reasons that HTTP has a status of its own for (RFC 9110, sections 15.5.13, 15.5.14 and 15.5.21;
   * RFC 6585, section 3).
   */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "VERSION_MISMATCH",
          412,
          "CONTENT_TOO_LARGE",
          413,
          "IDEMPOTENCY_KEY_REUSED",
          422,
          "VERSION_REQUIRED",
          428);

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

  /**
   * How long to wait before the call is worth another try: the detail {@code retryAfter}, where it
   * is a duration. REST tells it in the header {@code Retry-After} too, and gRPC in a {@code
   * google.rpc.RetryInfo}.
   */
  public Optional<Duration> retryAfter() {
    try {
      return Optional.ofNullable(details.get("retryAfter"))
          .map(Object::toString)
          .map(Duration::parse)
          .filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a detail of that name that is something else
    }
  }

  /** The HTTP status of a REST response that fails so: mostly that of the code. */
  public int httpStatus() {
    return STATUSES.getOrDefault(reason, code.httpStatus());
  }

  /** The id under which the server has logged an error that it does not tell: a UUID. */
  public Optional<String> incident() {
    return code == StatusCode.INTERNAL && details.get(INCIDENT) instanceof String id
        ? Optional.of(id)
        : Optional.empty();
  }

  /** A bug of the server, which is in its log under the incident's id. */
  static Failure internal(String incident) {
    return new Failure(
        StatusCode.INTERNAL, "INTERNAL", "Internal error", List.of(), Map.of(INCIDENT, incident));
  }

  /**
   * Adds to an object what REST and GraphQL tell of a failure beside its message: {@code code},
   * {@code reason}, {@code violations} where there are any, and the details. Those whose name is
   * taken go into a member {@code details} of their own.
   */
  public void addTo(Map<String, @Nullable Object> members) {
    members.put("code", code.name());
    members.put("reason", reason);
    if (!violations.isEmpty()) {
      members.put("violations", violations.stream().map(FieldViolation::members).toList());
    }
    Map<String, @Nullable Object> taken = new LinkedHashMap<>(details);
    taken.keySet().retainAll(members.keySet());
    details.forEach(members::putIfAbsent);
    if (!taken.isEmpty()) {
      members.put("details", taken);
    }
  }

  /** This failure as something to throw. */
  public CallException asException() {
    return new CallException(this);
  }
}
