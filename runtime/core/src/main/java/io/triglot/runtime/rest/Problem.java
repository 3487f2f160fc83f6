package io.triglot.runtime.rest;

import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure as REST tells it: {@code application/problem+json} (RFC 9457). The members beyond the
 * standard ones are {@code code}, {@code reason}, {@code violations}, and the failure's own
 * details.
 *
 * @param status the HTTP status
 * @param members the members of the object, in order
 * @param retryAfter how long to wait before another try (RFC 9110, section 10.2.3)
 */
record Problem(int status, Map<String, @Nullable Object> members, Optional<Duration> retryAfter) {
  /** The reason of a failure that REST answers with 413 instead of 429. */
  private static final String CONTENT_TOO_LARGE = "CONTENT_TOO_LARGE";

  /** A failure of a call. */
  static Problem of(Failure failure) {
    return of(failure.httpStatus(), failure);
  }

  /** A request that reached no operation. */
  static Problem of(int status, StatusCode code, String detail) {
    return of(status, Failure.of(code, detail));
  }

  /** Marks the failure of a host that refuses to read the body of a request. */
  static CallException contentTooLarge(CallException refusal) {
    Failure failure = refusal.failure();
    return failure.code() != StatusCode.RESOURCE_EXHAUSTED
        ? refusal
        : new CallException(
            new Failure(
                failure.code(),
                CONTENT_TOO_LARGE,
                failure.message(),
                failure.violations(),
                failure.details()),
            refusal);
  }

  /** The response; one of status 401 says how to sign in (RFC 6750, section 3). */
  HttpResponse response() {
    HttpResponse response =
        HttpResponse.of(status, MediaTypes.PROBLEM, json()).retryAfter(retryAfter);
    if (status != 401) {
      return response;
    }
    boolean refusedToken = Authenticator.INVALID_TOKEN.equals(members.get("reason"));
    return response.header(
        "WWW-Authenticate", refusedToken ? "Bearer error=\"invalid_token\"" : "Bearer");
  }

  /** The object as JSON. */
  byte[] json() {
    return JsonWriter.write(members, JsonWriter::any);
  }

  private static Problem of(int status, Failure failure) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title(status));
    members.put("status", status);
    members.put("detail", failure.message());
    failure.incident().ifPresent(id -> members.put("instance", "urn:uuid:" + id));
    failure.addTo(members);
    return new Problem(status, members, failure.retryAfter());
  }

  /** What RFC 9110 calls the status. */
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 428 -> "Precondition Required";
      case 429 -> "Too Many Requests";
      case 499 -> "Client Closed Request";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Internal Server Error";
    };
  }
}
