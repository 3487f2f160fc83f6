package io.triglot.processor.backend.rest;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The path of a route: segments that are literals, or variables such as {@code {id}}.
 *
 * @param segments in order, as they are written; none for the root
 */
record PathTemplate(List<String> segments) {
  PathTemplate {
    segments = List.copyOf(segments);
  }

  /** A template as it is written, such as {@code /products/{id}}. */
  static PathTemplate parse(String path) {
    return new PathTemplate(
        Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList());
  }

  /** This template below another one. */
  PathTemplate under(PathTemplate prefix) {
    return new PathTemplate(Stream.concat(prefix.segments.stream(), segments.stream()).toList());
  }

  /** This template with more segments. */
  PathTemplate then(Collection<String> more) {
    return new PathTemplate(Stream.concat(segments.stream(), more.stream()).toList());
  }

  /** The names of the variables, from left to right. */
  List<String> variables() {
    return segments.stream().filter(PathTemplate::isVariable).map(PathTemplate::name).toList();
  }

  /** The same template with other names for its variables, from left to right. */
  PathTemplate withVariables(List<String> names) {
    Deque<String> open = new ArrayDeque<>(names);
    return new PathTemplate(
        segments.stream().map(each -> isVariable(each) ? variable(open.pop()) : each).toList());
  }

  /** What two templates have in common that match the same paths. */
  String shape() {
    return withVariables(variables().stream().map(name -> "").toList()).toString();
  }

  /**
   * Whether there are paths that both templates match, while neither is the more special one: each
   * has a literal where the other has a variable.
   */
  boolean isAmbiguousWith(PathTemplate other) {
    if (segments.size() != other.segments.size()) {
      return false;
    }
    boolean overlap =
        positions()
            .allMatch(
                i ->
                    isVariable(segments.get(i))
                        || isVariable(other.segments.get(i))
                        || segments.get(i).equals(other.segments.get(i)));
    return overlap && isSpecialSomewhere(other) && other.isSpecialSomewhere(this);
  }

  private boolean isSpecialSomewhere(PathTemplate other) {
    return positions()
        .anyMatch(i -> !isVariable(segments.get(i)) && isVariable(other.segments.get(i)));
  }

  private IntStream positions() {
    return IntStream.range(0, segments.size());
  }

  /** The segment for a variable. */
  static String variable(String name) {
    return "{" + name + "}";
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String variable) {
    return variable.substring(1, variable.length() - 1);
  }

  @Override
  public String toString() {
    return segments.stream().map(segment -> "/" + segment).collect(Collectors.joining("", "", ""))
        + (segments.isEmpty() ? "/" : "");
  }
}
