package io.triglot.processor.diagnostic;

import io.triglot.processor.model.Origin;

/**
 * A rule that users' code can break, with a page {@code docs/rules/<id>.md}.
 *
 * @param id stable, in UpperCamelCase, beginning with {@code Triglot}; what
 *     {@code @SuppressWarnings} takes for a warning
 * @param severity how bad it is to break it
 */
public record Rule(String id, Severity severity) {
  /** How bad it is to break a rule. */
  public enum Severity {
    /** The contract cannot be made, or not as the user means it. */
    ERROR,
    /** The contract can be made, but is likely not what the user wants. */
    WARNING,
    /** Something that the user may want to know. */
    NOTE
  }

  /** A rule whose breach is an error. */
  public static Rule error(String id) {
    return new Rule(id, Severity.ERROR);
  }

  /** A rule whose breach is a warning. */
  public static Rule warning(String id) {
    return new Rule(id, Severity.WARNING);
  }

  /** A rule whose breach is worth a note. */
  public static Rule note(String id) {
    return new Rule(id, Severity.NOTE);
  }

  /**
   * A breach of this rule.
   *
   * @param origin the narrowest place that shows it
   * @param problem what is wrong, with the user's own names, as a sentence
   * @param remedy the one thing to do about it, as a sentence
   */
  public Diagnostic at(Origin origin, String problem, String remedy) {
    return new Diagnostic(this, problem, remedy, origin);
  }
}
