package io.triglot.processor.frontend;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path templates that users write: a slash before each segment, a segment being either a
 * variable such as {@code {id}} or literal, of the characters of RFC 3986 §3.3.
 */
final class PathTemplate {
  private static final Pattern LITERAL =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+");
  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");

  private PathTemplate() {}

  /**
   * What is wrong with a template.
   *
   * @param at the index of the first character that is at fault
   */
  record Fault(int at, String problem, String remedy) {}

  /** The first fault of a template; empty if it is well-formed. */
  static Optional<Fault> fault(String template) {
    if (!template.startsWith("/")) {
      return Optional.of(new Fault(0, "the path must begin with a slash", "Write the slash."));
    }
    if (template.equals("/")) {
      return Optional.empty();
    }
    Set<String> variables = new HashSet<>();
    int at = 1;
    for (String segment : template.substring(1).split("/", -1)) {
      if (segment.startsWith("{") && !variables.add(segment)) {
        return Optional.of(
            new Fault(at, "the variable " + segment + " occurs twice", "Rename one of them."));
      }
      Optional<Fault> fault = fault(segment, at);
      if (fault.isPresent()) {
        return fault;
      }
      at += segment.length() + 1;
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(String segment, int at) {
    if (segment.isEmpty()) {
      return Optional.of(new Fault(at - 1, "a slash has nothing after it", "Remove the slash."));
    }
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of(
          new Fault(at, "clients resolve the segment " + segment, "Write the whole path."));
    }
    if (VARIABLE.matcher(segment).matches() || LITERAL.matcher(segment).matches()) {
      return Optional.empty();
    }
    if (segment.contains("{") || segment.contains("}")) {
      return Optional.of(
          new Fault(
              at,
              segment + " is no variable",
              "Write a variable as a whole segment, a name in braces such as {id}."));
    }
    int legal = 0;
    while (LITERAL.matcher(segment.substring(0, legal + 1)).matches()) {
      legal++;
    }
    return Optional.of(
        new Fault(
            at + legal,
            "'" + segment.charAt(legal) + "' cannot stand in a path",
            "Remove it, or write it percent-encoded."));
  }
}
