package io.triglot.runtime.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an API as a tree of path segments. A literal goes before a variable; where the rest
 * of the path does not fit the literal, the variable has its turn.
 *
 * <p>Immutable and thread-safe once it is made.
 */
final class RouteTable {
  private final Node root = new Node();

  /**
   * A table of these routes.
   *
   * @throws IllegalStateException where two have the same method and path
   */
  RouteTable(Collection<RestRoute> routes) {
    routes.forEach(this::add);
  }

  /**
   * What lies at a path.
   *
   * @param places by HTTP method, never empty
   * @param values the values of the path's variables as they came, from left to right
   */
  record Match(SortedMap<String, Place> places, List<String> values) {}

  /**
   * A route in the table.
   *
   * @param variables the names of its path's variables, from left to right
   */
  record Place(RestRoute route, List<String> variables) {
    /** The variables with their values. */
    Map<String, String> bind(List<String> values) {
      if (values.size() < 2) {
        return values.isEmpty() ? Map.of() : Map.of(variables.get(0), values.get(0));
      }
      Map<String, String> bound = new HashMap<>();
      for (int i = 0; i < values.size(); i++) {
        bound.put(variables.get(i), values.get(i));
      }
      return bound;
    }
  }

  /**
   * Finds the routes at a path.
   *
   * @param segments the segments as they came
   * @return null where there are none
   */
  @Nullable Match find(List<String> segments) {
    List<String> values = new ArrayList<>();
    Node node = root.find(segments, 0, values);
    return node == null ? null : new Match(node.places, values);
  }

  private void add(RestRoute route) {
    PathTemplate template = PathTemplate.parse(route.template());
    Node node = root;
    for (PathTemplate.Segment segment : template.segments()) {
      node = segment.variable() ? node.variable() : node.literal(segment.text());
    }
    Place other = node.places.putIfAbsent(route.method(), new Place(route, template.variables()));
    if (other != null) {
      throw new IllegalStateException(
          "%s %s is the route of both %s and %s. Give one of them another path."
              .formatted(
                  route.method(),
                  route.template(),
                  other.route().operation().id(),
                  route.operation().id()));
    }
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final SortedMap<String, Place> places = new TreeMap<>();
    private @Nullable Node variable;

    Node literal(String text) {
      return literals.computeIfAbsent(text, absent -> new Node());
    }

    Node variable() {
      if (variable == null) {
        variable = new Node();
      }
      return variable;
    }

    @Nullable Node find(List<String> segments, int depth, List<String> values) {
      if (depth == segments.size()) {
        return places.isEmpty() ? null : this;
      }
      String segment = segments.get(depth);
      Node literal = literals.get(decoded(segment));
      Node found = literal == null ? null : literal.find(segments, depth + 1, values);
      if (found != null || variable == null || segment.isEmpty()) {
        return found;
      }
      values.add(segment);
      found = variable.find(segments, depth + 1, values);
      if (found == null) {
        values.remove(values.size() - 1);
      }
      return found;
    }

    /** The text of a segment; what is not encoded as it should be equals no literal as it came. */
    private static String decoded(String segment) {
      try {
        return PercentEncoding.decodeSegment(segment);
      } catch (IllegalArgumentException e) {
        return segment;
      }
    }
  }
}
