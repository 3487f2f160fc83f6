package io.triglot.runtime.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The media types of responses, the preferred one first. */
enum ResponseType {
  /** GraphQL over HTTP, with statuses that tell whether the request was executed. */
  GRAPHQL("application/graphql-response+json"),
  /** The older form, with status 200 for every request that is well-formed. */
  JSON("application/json"),
  /** GraphQL over SSE, distinct connections mode. */
  EVENT_STREAM("text/event-stream");

  private final String mediaType;

  ResponseType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type, without parameters. */
  String mediaType() {
    return mediaType;
  }

  /** The value of {@code Content-Type}. */
  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /**
   * The types that a client accepts, best first (RFC 9110, section 12.5.1); of equal ones the one
   * that we prefer. What stands for any type stands for JSON, which every client can read; the
   * others are sent to those who name them.
   *
   * @param accept the values of the header field
   */
  static List<ResponseType> accepted(List<String> accept) {
    if (accept.isEmpty()) {
      return List.of(JSON);
    }
    String ranges = String.join(",", accept);
    List<ResponseType> accepted = new ArrayList<>();
    for (ResponseType type : values()) {
      if (type.quality(ranges) > 0) {
        accepted.add(type);
      }
    }
    accepted.sort((a, b) -> Double.compare(b.quality(ranges), a.quality(ranges)));
    return accepted;
  }

  /** The quality that ranges give this type: an exact one decides, then the nearest wildcard. */
  private double quality(String ranges) {
    double quality = 0;
    int nearest = -1;
    for (String range : ranges.split(",", -1)) {
      int nearness = nearness(range);
      if (nearness > nearest) {
        nearest = nearness;
        quality = quality(range.split(";", -1));
      }
    }
    return quality;
  }

  /** 2 for the type itself, 1 and 0 for wildcards that stand for it, -1 for other types. */
  private int nearness(String range) {
    String named = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (named.equals(mediaType)) {
      return 2;
    }
    if (this != JSON) {
      return -1;
    }
    return named.equals("application/*") ? 1 : named.equals("*/*") ? 0 : -1;
  }

  private static double quality(String[] range) {
    for (int i = 1; i < range.length; i++) {
      String parameter = range[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException malformed) {
          return 0;
        }
      }
    }
    return 1;
  }
}
