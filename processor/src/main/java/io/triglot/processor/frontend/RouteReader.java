package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses the routes that users write: an HTTP method, one blank, a path template whose variables
 * are whole segments. Literal segments are of the characters that RFC 3986 allows in them.
 */
final class RouteReader {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final Pattern LITERAL =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+");
  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");
  private final Findings findings;

  RouteReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * The route; empty after a diagnostic.
   *
   * @param origin the annotation value
   */
  Optional<Route> read(String text, Origin origin) {
    int blank = text.indexOf(' ');
    String method = blank < 0 ? text : text.substring(0, blank);
    if (!METHODS.contains(method)) {
      String upper = method.toUpperCase(Locale.ROOT);
      return refuse(
          text,
          origin,
          1,
          "an HTTP method in capitals must stand here",
          METHODS.contains(upper)
              ? "Did you mean " + upper + "?"
              : "Write one of " + String.join(", ", METHODS) + ", a blank, and the path.");
    }
    if (blank < 0) {
      return refuse(
          text,
          origin,
          text.length() + 1,
          "the path is missing",
          "Write it after the method, such as " + method + " /products.");
    }
    String path = text.substring(blank + 1);
    return malformed(path)
        .map(
            fault ->
                this.<Route>refuse(
                    text, origin, blank + 2 + fault.at(), fault.problem(), fault.remedy()))
        .orElseGet(() -> Optional.of(new Route(method, path, origin)));
  }

  /** What is wrong with a path template: the index of the character, and the words for it. */
  record Fault(int at, String problem, String remedy) {}

  static Optional<Fault> malformed(String path) {
    if (!path.startsWith("/")) {
      return Optional.of(new Fault(0, "the path must begin with a slash", "Write the slash."));
    }
    Set<String> variables = new HashSet<>();
    int at = 1;
    for (String segment : path.substring(1).split("/", -1)) {
      Optional<Fault> fault = malformedSegment(segment, at, path.length() == 1);
      if (fault.isPresent()) {
        return fault;
      }
      if (segment.startsWith("{") && !variables.add(segment)) {
        return Optional.of(
            new Fault(at, "the variable " + segment + " occurs twice", "Give one another name."));
      }
      at += segment.length() + 1;
    }
    return Optional.empty();
  }

  private static Optional<Fault> malformedSegment(String segment, int at, boolean root) {
    if (segment.isEmpty()) {
      return root
          ? Optional.empty()
          : Optional.of(new Fault(at, "a path segment is empty", "Remove the slash."));
    }
    if (segment.contains("{") || segment.contains("}")) {
      return VARIABLE.matcher(segment).matches()
          ? Optional.empty()
          : Optional.of(
              new Fault(
                  at,
                  segment + " is no variable",
                  "A variable is a whole segment, a name in braces such as {id}."));
    }
    if (LITERAL.matcher(segment).matches()) {
      return Optional.empty();
    }
    int length = 0;
    while (LITERAL.matcher(segment.substring(0, length + 1)).matches()) {
      length++;
    }
    return Optional.of(
        new Fault(
            at + length,
            "the character '" + segment.charAt(length) + "' cannot stand in a path",
            "Remove it, or write it percent-encoded."));
  }

  private <T> Optional<T> refuse(
      String text, Origin origin, int character, String problem, String remedy) {
    return findings.refuse(
        OperationRules.MALFORMED_ROUTE,
        origin,
        "The route \""
            + text
            + "\" of "
            + origin
            + " is malformed: at character "
            + character
            + ", "
            + problem
            + ".",
        remedy);
  }
}
