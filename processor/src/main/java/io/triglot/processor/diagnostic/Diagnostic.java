package io.triglot.processor.diagnostic;

import io.triglot.processor.model.Origin;

/**
 * One breach of a rule.
 *
 * @param problem what is wrong, as a sentence
 * @param remedy the one thing to do about it, as a sentence
 * @param origin where to show it
 */
public record Diagnostic(Rule rule, String problem, String remedy, Origin origin) {
  /** The text to print. */
  public String message() {
    return "["
        + rule.id()
        + "] "
        + problem
        + " "
        + remedy
        + "\n  (see docs/rules/"
        + rule.id()
        + ".md)";
  }
}
