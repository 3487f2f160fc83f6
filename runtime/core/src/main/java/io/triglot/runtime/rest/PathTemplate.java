package io.triglot.runtime.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * The values of the variables in a path that ends as this template does, as they came, without
   * matrix parameters.
   */
  Map<String, String> bind(String path) {
    List<String> given = split(path);
    int before = given.size() - segments.size();
    Map<String, String> bound = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).variable()) {
        String value = given.get(before + i);
        int parameters = value.indexOf(';');
        bound.put(segments.get(i).text(), parameters < 0 ? value : value.substring(0, parameters));
      }
    }
    return bound;
  }

  /** The segments of a path, as they came. A slash at its end makes no difference. */
  static List<String> split(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return List.of();
    }
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return List.of(path.substring(start, end).split("/", -1));
  }
}
