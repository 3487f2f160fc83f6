package io.triglot.runtime.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types that REST speaks, and content negotiation among them (RFC 9110, section 12). */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String PROBLEM = "application/problem+json";
  static final String EVENT_STREAM = "text/event-stream";
  static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
  static final String NDJSON = "application/x-ndjson";

  static final String MULTIPART = "multipart/form-data";

  /** Whatever type. */
  static final String ANY = "*/*";

  private static final String ASTERISK = "*";

  private MediaTypes() {}

  /**
   * The one of the offered types that a client likes best, the first of those that it likes
   * equally.
   *
   * @param accept the values of the request's Accept fields; empty where it has none
   * @return empty where the client accepts none of them
   */
  static Optional<String> negotiate(List<String> accept, List<String> offered) {
    if (accept.isEmpty() || accept.size() == 1 && takes(accept.get(0), offered.get(0))) {
      return Optional.of(offered.get(0));
    }
    List<Range> ranges =
        accept.stream().flatMap(value -> Stream.of(value.split(","))).map(Range::parse).toList();
    return offered.stream()
        .filter(type -> quality(ranges, type) > 0)
        .reduce((best, type) -> quality(ranges, type) > quality(ranges, best) ? type : best);
  }

  /** Whether an Accept field says no more than what it is or that all is welcome: most do. */
  private static boolean takes(String accept, String type) {
    return accept.equals(ANY) || accept.equals(type);
  }

  /** Whether the value of a Content-Type field, parameters aside, is this type. */
  static boolean is(String contentType, String type) {
    return type.equals(ANY) || essence(contentType).equals(type);
  }

  /** How much a client likes a type, as the most specific of the ranges that match it says. */
  private static double quality(List<Range> ranges, String type) {
    return ranges.stream()
        .filter(range -> range.matches(type))
        .max(Comparator.comparingInt(Range::specificity))
        .map(Range::quality)
        .orElse(0.0);
  }

  private static String essence(String value) {
    int parameters = value.indexOf(';');
    String essence = parameters < 0 ? value : value.substring(0, parameters);
    return essence.strip().toLowerCase(Locale.ROOT);
  }

  /** A media range with its weight. */
  private record Range(String essence, double quality) {
    static Range parse(String text) {
      double quality =
          Stream.of(text.split(";"))
              .skip(1)
              .map(String::strip)
              .filter(parameter -> parameter.regionMatches(true, 0, "q=", 0, 2))
              .findFirst()
              .map(parameter -> weight(parameter.substring(2)))
              .orElse(1.0);
      return new Range(MediaTypes.essence(text), quality);
    }

    boolean matches(String type) {
      return switch (specificity()) {
        case 0 -> true;
        case 1 -> type.startsWith(essence.substring(0, essence.length() - 1));
        default -> type.equals(essence);
      };
    }

    int specificity() {
      if (essence.equals(ANY) || essence.equals(ASTERISK)) {
        return 0;
      }
      return essence.endsWith("/*") ? 1 : 2;
    }

    /** The weight; 0 where it is none, so that what nobody understands is not accepted. */
    private static double weight(String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }
}
