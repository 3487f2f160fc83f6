package io.triglot.runtime.rest;

import java.util.List;
import java.util.stream.Stream;

/**
 * The path of a route: segments that are literals, or variables such as {@code {id}}.
 *
 * @param segments in order; none for the root
 */
record PathTemplate(List<Segment> segments) {
  PathTemplate {
    segments = List.copyOf(segments);
  }

  /**
   * One segment.
   *
   * @param variable whether {@code text} is the name of a variable; else it is the literal itself
   */
  record Segment(boolean variable, String text) {
    static Segment of(String text) {
      boolean variable = text.startsWith("{") && text.endsWith("}");
      return new Segment(variable, variable ? text.substring(1, text.length() - 1) : text);
    }
  }

  /** A template as it is written, such as {@code /products/{id}}. */
  static PathTemplate parse(String template) {
    return new PathTemplate(split(template).stream().map(Segment::of).toList());
  }

  /** The names of the variables, from left to right. */
  List<String> variables() {
    return segments.stream().filter(Segment::variable).map(Segment::text).toList();
  }

  /** The segments of a path, as they came. A slash at its end makes no difference. */
  static List<String> split(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return List.of();
    }
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return Stream.of(path.substring(start, end).split("/", -1)).toList();
  }
}
