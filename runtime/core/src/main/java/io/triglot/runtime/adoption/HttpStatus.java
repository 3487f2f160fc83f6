package io.triglot.runtime.adoption;

import io.triglot.runtime.StatusCode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The canonical codes of HTTP's statuses.
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">
 *     google.rpc.Code</a>
 */
final class HttpStatus {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private HttpStatus() {}

  /** The code of a status that is no success; of a redirection that a precondition is not met. */
  static StatusCode code(int status) {
    return switch (status) {
      case 400, 406, 415, 422 -> StatusCode.INVALID_ARGUMENT;
      case 401 -> StatusCode.UNAUTHENTICATED;
      case 402, 403 -> StatusCode.PERMISSION_DENIED;
      case 404, 410 -> StatusCode.NOT_FOUND;
      case 405, 501 -> StatusCode.UNIMPLEMENTED;
      case 408, 504 -> StatusCode.DEADLINE_EXCEEDED;
      case 409 -> StatusCode.ABORTED;
      case 413, 429 -> StatusCode.RESOURCE_EXHAUSTED;
      case 416 -> StatusCode.OUT_OF_RANGE;
      case 499 -> StatusCode.CANCELLED;
      case 502, 503 -> StatusCode.UNAVAILABLE;
      default -> status < 500 ? StatusCode.FAILED_PRECONDITION : StatusCode.INTERNAL;
    };
  }

  /** What {@code Retry-After} says in seconds; a date is left out. */
  static Optional<Duration> duration(String retryAfter) {
    return Optional.of(retryAfter)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
