package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a client was told it: the reverse of {@link Problem}. Of servers other than ours it
 * is what RFC 9457 has in common with it, or nothing but the HTTP status.
 *
 * @param told whether there was a problem document
 */
record RemoteProblem(int status, Failure failure, boolean told) {
  /** The members that are no details. */
  private static final Set<String> OWN =
      Set.of(
          "type",
          "title",
          "status",
          "detail",
          "instance",
          "code",
          "reason",
          "violations",
          "details");

  /**
   * The failure that a response tells.
   *
   * @param contentType that of the response; empty where it has none
   */
  static RemoteProblem of(int status, String contentType, byte[] content) {
    if (MediaTypes.is(contentType, MediaTypes.PROBLEM)) {
      try {
        return of(status, JsonReader.readAnswer(content, JsonReader::object));
      } catch (CallException malformed) {
        // as if there were none
      }
    }
    StatusCode code = code(status);
    return new RemoteProblem(status, Failure.of(code, "HTTP status " + status), false);
  }

  /** The failure that ends a stream. */
  static RemoteProblem inStream(byte[] json) {
    Map<String, @Nullable Object> members = JsonReader.readAnswer(json, JsonReader::object);
    return of(members.get("status") instanceof Number status ? status.intValue() : 500, members);
  }

  /** Whether it is the operation that says that there is nothing at its path. */
  boolean isAbsence() {
    return told && status == 404 && failure.reason().equals(StatusCode.NOT_FOUND.name());
  }

  RestCallException exception() {
    return new RestCallException(status, failure, null);
  }

  private static RemoteProblem of(int status, Map<String, @Nullable Object> members) {
    StatusCode code = code(status, text(members, "code", ""));
    Map<String, @Nullable Object> details = new LinkedHashMap<>(members);
    details.keySet().removeAll(OWN);
    if (members.get("details") instanceof Map<?, ?> renamed) {
      renamed.forEach((name, value) -> details.put(String.valueOf(name), value));
    }
    Failure failure =
        new Failure(
            code,
            text(members, "reason", code.name()),
            text(members, "detail", text(members, "title", "HTTP status " + status)),
            violations(members.get("violations")),
            details);
    return new RemoteProblem(status, failure, true);
  }

  private static String text(Map<String, @Nullable Object> members, String name, String absent) {
    return members.get(name) instanceof String text ? text : absent;
  }

  private static List<FieldViolation> violations(@Nullable Object given) {
    return given instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(each -> (Map<?, ?>) each)
            .map(
                each ->
                    new FieldViolation(
                        String.valueOf(each.get("field")), String.valueOf(each.get("description"))))
            .toList()
        : List.of();
  }

  private static StatusCode code(int status, String name) {
    for (StatusCode code : StatusCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return code(status);
  }

  /** The code that a status without a problem of ours is closest to. */
  private static StatusCode code(int status) {
    return switch (status) {
      case 401 -> StatusCode.UNAUTHENTICATED;
      case 403 -> StatusCode.PERMISSION_DENIED;
      case 404, 410 -> StatusCode.NOT_FOUND;
      case 405, 501 -> StatusCode.UNIMPLEMENTED;
      case 408, 504 -> StatusCode.DEADLINE_EXCEEDED;
      case 409 -> StatusCode.ABORTED;
      case 412 -> StatusCode.FAILED_PRECONDITION;
      case 413, 429 -> StatusCode.RESOURCE_EXHAUSTED;
      case 499 -> StatusCode.CANCELLED;
      case 502, 503 -> StatusCode.UNAVAILABLE;
      default -> status >= 400 && status < 500 ? StatusCode.INVALID_ARGUMENT : StatusCode.UNKNOWN;
    };
  }
}
