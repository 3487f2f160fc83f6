package io.triglot.runtime.adoption;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a response of JAX-RS means that is no success: where it is made, and where it is read. */
public final class ResponseFailure {
  /** The header fields that other protocols have a place for. */
  public static final List<String> HEADERS = List.of("Retry-After", "Location");

  private ResponseFailure() {}

  /**
   * The failure, with what its entity says as details: the members of an object, or all of it as
   * {@code entity}.
   *
   * @param entity as plain Java; null where there is none
   * @param headers those of {@link #HEADERS} that it has
   */
  public static Failure of(int status, @Nullable Object entity, Map<String, String> headers) {
    Response.Status standard = Response.Status.fromStatusCode(status);
    String phrase = standard == null ? "HTTP status " + status : standard.getReasonPhrase();
    return of(status, phrase, entity, headers);
  }

  static Failure of(
      int status, String phrase, @Nullable Object entity, Map<String, String> headers) {
    StatusCode code = HttpStatus.code(status);
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("httpStatus", status);
    headers.forEach(
        (name, value) -> {
          switch (name) {
            case "Location" -> details.put("location", value);
            default -> HttpStatus.duration(value).ifPresent(d -> details.put("retryAfter", d));
          }
        });
    if (entity instanceof Map<?, ?> members) {
      members.forEach((name, member) -> details.put(name.toString(), member));
    } else if (entity != null) {
      details.put("entity", entity);
    }
    return new Failure(code, code.name(), message(entity, phrase), List.of(), details);
  }

  private static String message(@Nullable Object entity, String phrase) {
    if (entity instanceof String text && !text.isBlank()) {
      return text;
    }
    return Stream.of("message", "detail", "title", "error")
        .map(name -> entity instanceof Map<?, ?> members ? members.get(name) : null)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse(phrase);
  }
}
